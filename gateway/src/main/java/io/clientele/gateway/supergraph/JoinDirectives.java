package io.clientele.gateway.supergraph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.Value;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;

/** Reads the directives of a supergraph schema. */
final class JoinDirectives {

    /** Specifications and directives that this gateway acts upon. */
    private static final Set<String> ENFORCED = Set.of("join", "inaccessible", "requiresScopes", "policy");

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

    /** What {@code @requiresScopes} demands: {@code [["admin"], ["analyst", "eu"]]} is admin, or both others. */
    static Scopes scopes(DirectivesContainer<?> node) {
        List<Set<String>> anyOf = named(node, "requiresScopes").stream()
                .flatMap(directive -> items(value(directive, "scopes")).stream())
                .map(JoinDirectives::texts)
                .toList();
        boolean closed = node.hasDirective("policy");
        return anyOf.isEmpty() && !closed ? Scopes.NONE : new Scopes(anyOf, closed);
    }

    private static Set<String> texts(Value<?> list) {
        return items(list).stream()
                .filter(StringValue.class::isInstance)
                .map(text -> ((StringValue) text).getValue())
                .collect(Collectors.toSet());
    }

    /** The items of a list; a value that is none is a list of itself, as GraphQL reads it. */
    private static List<? extends Value<?>> items(@Nullable Value<?> value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ArrayValue list)) {
            return List.of(value);
        }
        List<Value<?>> items = new ArrayList<>();
        list.getValues().forEach(items::add);
        return items;
    }

    /**
     * The names that a schema's links bring: each specification's own, under which its types and directives stand as
     * {@code name__Thing}, and of its directives the main one as {@code @name}.
     */
    static Set<String> linkedNames(Document schema) {
        Set<String> names = new LinkedHashSet<>(List.of("link", "core"));
        for (SchemaDefinition definition : schema.getDefinitionsOfType(SchemaDefinition.class)) {
            for (Directive link : named(definition, "link")) {
                String as = text(link, "as");
                String url = text(link, "url");
                if (as != null) {
                    names.add(as);
                } else if (url != null) {
                    names.add(specification(url));
                }
            }
        }
        return names;
    }

    /**
     * Makes sure that what decides who may see what has the names that this gateway looks for: under another name it would
     * be passed over, and hide nothing.
     *
     * @throws MalformedSupergraphException if a link or an import gives one another name
     */
    static void requireOwnNames(Document schema) {
        for (SchemaDefinition definition : schema.getDefinitionsOfType(SchemaDefinition.class)) {
            for (Directive link : named(definition, "link")) {
                String url = text(link, "url");
                requireOwnName(url == null ? "" : specification(url), text(link, "as"));
                items(value(link, "import")).stream()
                        .filter(ObjectValue.class::isInstance)
                        .map(ObjectValue.class::cast)
                        .forEach(imported -> requireOwnName(text(imported, "name"), text(imported, "as")));
            }
        }
    }

    private static void requireOwnName(@Nullable String name, @Nullable String as) {
        String bare = name == null ? "" : name.replaceFirst("^@", "");
        if (ENFORCED.contains(bare) && as != null && !as.replaceFirst("^@", "").equals(bare)) {
            throw new MalformedSupergraphException(
                    "it calls '" + bare + "' by another name, '" + as + "', which is not supported");
        }
    }

    private static @Nullable String text(ObjectValue object, String field) {
        return object.getObjectFields().stream()
                .filter(one -> one.getName().equals(field) && one.getValue() instanceof StringValue)
                .map(one -> ((StringValue) one.getValue()).getValue())
                .findFirst()
                .orElse(null);
    }

    /** {@code join} of {@code https://specs.apollo.dev/join/v0.3}. */
    private static String specification(String url) {
        String versionless = url.substring(0, Math.max(0, url.lastIndexOf('/')));
        return versionless.substring(versionless.lastIndexOf('/') + 1);
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
