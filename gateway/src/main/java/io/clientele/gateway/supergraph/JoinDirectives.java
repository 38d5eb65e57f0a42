package io.clientele.gateway.supergraph;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.Value;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;

/** Reads the arguments of the join specification's directives. */
final class JoinDirectives {

    private JoinDirectives() {}

    static @Nullable String text(Directive directive, String argument) {
        return value(directive, argument) instanceof StringValue text ? text.getValue() : null;
    }

    static boolean flag(Directive directive, String argument, boolean otherwise) {
        return value(directive, argument) instanceof BooleanValue flag ? flag.isValue() : otherwise;
    }

    /** The subgraph's id; null if the directive names none. */
    static @Nullable String graph(Directive directive) {
        return value(directive, "graph") instanceof EnumValue id ? id.getName() : null;
    }

    static @Nullable SelectionSet fieldSet(Directive directive, String argument) {
        String fields = text(directive, argument);
        return fields == null || fields.isBlank() ? null : fieldSet(fields);
    }

    private static SelectionSet fieldSet(String fields) {
        try {
            Definition<?> operation = new Parser()
                    .parseDocument("{" + fields + "}")
                    .getDefinitions()
                    .getFirst();
            return ((OperationDefinition) operation).getSelectionSet();
        } catch (InvalidSyntaxException syntax) {
            throw new MalformedSupergraphException("the field set \"" + fields + "\" cannot be read", syntax);
        }
    }

    static Optional<TypeRef> type(Directive directive) {
        return Optional.ofNullable(text(directive, "type")).map(JoinDirectives::typeRef);
    }

    private static TypeRef typeRef(String type) {
        try {
            ObjectTypeDefinition holder = new Parser()
                    .parseDocument("type T { f: " + type + " }")
                    .getDefinitionsOfType(ObjectTypeDefinition.class)
                    .getFirst();
            Type<?> parsed = holder.getFieldDefinitions().getFirst().getType();
            return TypeRef.of(parsed);
        } catch (InvalidSyntaxException syntax) {
            throw new MalformedSupergraphException("the type \"" + type + "\" cannot be read", syntax);
        }
    }

    private static @Nullable Value<?> value(Directive directive, String argument) {
        Argument found = directive.getArgument(argument);
        return found == null ? null : found.getValue();
    }

    static List<Directive> named(DirectivesContainer<?> node, String name) {
        return node.getDirectives(name);
    }

    static String rootName(List<OperationTypeDefinition> roots, String operation, String otherwise) {
        return roots.stream()
                .filter(root -> root.getName().equals(operation))
                .map(root -> root.getTypeName().getName())
                .findFirst()
                .orElse(otherwise);
    }
}
