package io.clientele.gateway.operation;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

/** The directives {@code @skip} and {@code @include}, which decide whether a selection is asked at all. */
final class Conditions {

    private static final String SKIP = "skip";
    private static final String INCLUDE = "include";

    private Conditions() {}

    /** Whether a selection is asked, the operation's variables being these. */
    static boolean included(DirectivesContainer<?> selection, Map<String, Object> variables) {
        return selection.getDirectives(SKIP).stream().noneMatch(skip -> holds(skip, variables))
                && selection.getDirectives(INCLUDE).stream().allMatch(include -> holds(include, variables));
    }

    private static boolean holds(Directive directive, Map<String, Object> variables) {
        return switch (directive.getArgument("if").getValue()) {
            case BooleanValue literal -> literal.isValue();
            case VariableReference variable -> Boolean.TRUE.equals(variables.get(variable.getName()));
            default -> throw new IllegalStateException("no condition in a valid document: " + directive);
        };
    }

    /** The names of the variables that a document's conditions look at. */
    static Set<String> variables(Document document) {
        Set<String> found = new LinkedHashSet<>();
        NodeVisitorStub looking = new NodeVisitorStub() {
            @Override
            @SuppressWarnings("rawtypes") // as graphql-java declares it
            public TraversalControl visitDirective(Directive directive, TraverserContext<Node> context) {
                boolean decides = Set.of(SKIP, INCLUDE).contains(directive.getName());
                if (decides && directive.getArgument("if").getValue() instanceof VariableReference variable) {
                    found.add(variable.getName());
                }
                return TraversalControl.CONTINUE;
            }
        };
        new NodeTraverser().preOrder(looking, document);
        return found;
    }
}
