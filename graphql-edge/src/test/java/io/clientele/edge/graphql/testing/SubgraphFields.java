package io.clientele.edge.graphql.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

/** The fields of a subgraph's schema, and the shortest selection that asks for each. */
final class SubgraphFields {

    private final TypeDefinitionRegistry types;

    private SubgraphFields(TypeDefinitionRegistry types) {
        this.types = types;
    }

    static SubgraphFields committed(String subgraph) throws IOException {
        Path file = Path.of(System.getProperty("clientele.root"), "supergraph", "subgraphs", subgraph + ".graphql");
        return new SubgraphFields(new SchemaParser().parse(Files.readString(file)));
    }

    /** The fields of the root type of queries or mutations but those of federation. */
    List<FieldDefinition> ofRoot(String operation) {
        String type = operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
        return types.getType(type, ObjectTypeDefinition.class).stream()
                .flatMap(root -> root.getFieldDefinitions().stream())
                .filter(field -> !field.getName().startsWith("_"))
                .toList();
    }

    List<ObjectTypeDefinition> entities() {
        return types.getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> type.hasDirective("key"))
                .toList();
    }

    /** A field with the arguments that it needs, and {@code __typename} of what it answers. */
    String selection(FieldDefinition field) {
        String arguments = field.getInputValueDefinitions().stream()
                .filter(SubgraphFields::isNeeded)
                .map(this::argument)
                .collect(Collectors.joining(", "));
        return field.getName()
                + (arguments.isEmpty() ? "" : "(" + arguments + ")")
                + (isObject(name(field.getType())) ? " { __typename }" : "");
    }

    /** Adds the types of the objects that a field, as {@code Customer.facts}, leads to. */
    void reach(String field, Set<String> reached) {
        String[] parts = field.split("\\.", -1);
        object(parts[0]).getFieldDefinitions().stream()
                .filter(each -> each.getName().equals(parts[1]))
                .forEach(each -> reach(each, reached));
    }

    private void reach(FieldDefinition field, Set<String> reached) {
        String type = name(field.getType());
        if (isObject(type) && reached.add(type)) {
            object(type).getFieldDefinitions().forEach(inner -> reach(inner, reached));
        }
    }

    private static boolean isNeeded(InputValueDefinition input) {
        return input.getType() instanceof NonNullType && input.getDefaultValue() == null;
    }

    private String argument(InputValueDefinition input) {
        return input.getName() + ": " + literal(input.getType());
    }

    private String literal(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> literal(nonNull.getType());
            case ListType list -> "[" + literal(list.getType()) + "]";
            case TypeName named -> literal(named.getName());
            default -> throw new IllegalArgumentException("No type of an argument: " + type);
        };
    }

    private String literal(String type) {
        return switch (type) {
            case "Int", "Float", "BigInteger", "BigDecimal" -> "1";
            case "Boolean" -> "true";
            case "DateTime" -> "\"2026-01-01T00:00:00Z\"";
            case "ID", "String" -> "\"somebody\"";
            default -> composed(type);
        };
    }

    private String composed(String type) {
        return types.getType(type, EnumTypeDefinition.class)
                .map(values -> values.getEnumValueDefinitions().getFirst().getName())
                .orElseGet(() -> input(type));
    }

    private String input(String type) {
        return types.getType(type, InputObjectTypeDefinition.class).orElseThrow().getInputValueDefinitions().stream()
                .filter(SubgraphFields::isNeeded)
                .map(this::argument)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private boolean isObject(String type) {
        return types.getType(type, ObjectTypeDefinition.class).isPresent();
    }

    private ObjectTypeDefinition object(String type) {
        return types.getType(type, ObjectTypeDefinition.class).orElseThrow();
    }

    private static String name(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> name(nonNull.getType());
            case ListType list -> name(list.getType());
            case TypeName named -> named.getName();
            default -> throw new IllegalArgumentException("No type of a field: " + type);
        };
    }
}
