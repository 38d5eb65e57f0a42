package io.clientele.gateway.testbed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;

/** Makes an operation that fails smaller, as long as it still fails. */
@SuppressWarnings("rawtypes") // graphql-java visits raw nodes
final class Shrinker {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    private static final Pattern SPREAD = Pattern.compile("\\.\\.\\.(?!\\s*on\\b)\\s*(\\w+)");

    private final Predicate<Operation> allowed;
    private final Predicate<Operation> fails;

    Shrinker(Predicate<Operation> allowed, Predicate<Operation> fails) {
        this.allowed = allowed;
        this.fails = fails;
    }

    Operation shrink(Operation failing) {
        Operation smallest = failing;
        Optional<Operation> smaller = smaller(smallest);
        while (smaller.isPresent()) {
            smallest = smaller.get();
            smaller = smaller(smallest);
        }
        return smallest;
    }

    private Optional<Operation> smaller(Operation operation) {
        Document document = Parser.parse(operation.text());
        int nodes = new Removal(-1).in(document).seen;
        for (int i = 0; i < nodes; i++) {
            Removal removal = new Removal(i).in(document);
            Optional<Operation> candidate = tidy(removal.left, operation.variables());
            if (candidate.isPresent() && fails.test(candidate.get())) {
                return candidate;
            }
        }
        return Optional.empty();
    }

    /** Without the fragments and variables that nothing uses any more; empty if what is left is no valid operation. */
    private Optional<Operation> tidy(Document document, Map<String, Object> variables) {
        String text = AstPrinter.printAst(document);
        Set<String> spread = named(SPREAD, text);
        try {
            Document parsed = Parser.parse(text);
            List<Definition> kept = parsed.getDefinitions().stream()
                    .filter(each ->
                            !(each instanceof FragmentDefinition fragment) || spread.contains(fragment.getName()))
                    .toList();
            Document used = parsed.transform(builder -> builder.definitions(kept));
            Set<String> declared = new HashSet<>();
            for (String name : named(VARIABLE, AstPrinter.printAst(used))) {
                if (AstPrinter.printAst(used).split("\\$" + name + "\\b", -1).length > 2) {
                    declared.add(name);
                }
            }
            Document left = (Document) new AstTransformer().transform(used, new Undeclared(declared));
            Map<String, Object> given = new HashMap<>(variables);
            given.keySet().retainAll(declared);
            Operation candidate = new Operation(AstPrinter.printAst(left), given);
            return allowed.test(candidate) ? Optional.of(candidate) : Optional.empty();
        } catch (InvalidSyntaxException emptySelection) {
            return Optional.empty();
        }
    }

    private static Set<String> named(Pattern pattern, String text) {
        Set<String> names = new HashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Takes the declarations away of all variables but those. */
    private static final class Undeclared extends NodeVisitorStub {

        private final Set<String> declared;

        Undeclared(Set<String> declared) {
            this.declared = declared;
        }

        @Override
        public TraversalControl visitVariableDefinition(VariableDefinition node, TraverserContext<Node> context) {
            return declared.contains(node.getName())
                    ? TraversalControl.CONTINUE
                    : TreeTransformerUtil.deleteNode(context);
        }
    }

    /** Takes one selection, argument or directive away, by its number in the document. */
    private static final class Removal extends NodeVisitorStub {

        private final int number;
        private int seen;
        private Document left = Document.newDocument().build();

        Removal(int number) {
            this.number = number;
        }

        Removal in(Document document) {
            left = (Document) new AstTransformer().transform(document, this);
            return this;
        }

        private TraversalControl visit(TraverserContext<Node> context) {
            return seen++ == number ? TreeTransformerUtil.deleteNode(context) : TraversalControl.CONTINUE;
        }

        @Override
        public TraversalControl visitField(Field node, TraverserContext<Node> context) {
            return visit(context);
        }

        @Override
        public TraversalControl visitInlineFragment(InlineFragment node, TraverserContext<Node> context) {
            return visit(context);
        }

        @Override
        public TraversalControl visitFragmentSpread(FragmentSpread node, TraverserContext<Node> context) {
            return visit(context);
        }

        @Override
        public TraversalControl visitArgument(Argument node, TraverserContext<Node> context) {
            return visit(context);
        }

        @Override
        public TraversalControl visitDirective(Directive node, TraverserContext<Node> context) {
            return visit(context);
        }
    }
}
