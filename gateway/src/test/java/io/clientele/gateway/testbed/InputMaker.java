package io.clientele.gateway.testbed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** Makes values for arguments, and declares the variables that it puts into them. */
final class InputMaker {

    private final RandomGenerator random;
    private final List<String> declarations = new ArrayList<>();
    private final Map<String, Object> variables = new LinkedHashMap<>();

    InputMaker(RandomGenerator random) {
        this.random = random;
    }

    Map<String, Object> variables() {
        return variables;
    }

    String declarations() {
        return declarations.isEmpty() ? "" : "(" + String.join(", ", declarations) + ")";
    }

    /** A literal of the type, or a variable, or a literal with variables inside. */
    String input(GraphQLType type) {
        return random.nextInt(10) < 3 ? "$" + variable(type) : literal(type, true);
    }

    private String variable(GraphQLType type) {
        String name = "v" + declarations.size();
        String declaration = "$" + name + ": " + GraphQLTypeUtil.simplePrint(type);
        declarations.add(declaration);
        boolean optional = !GraphQLTypeUtil.isNonNull(type);
        if (optional && random.nextInt(3) == 0) {
            declarations.set(declarations.size() - 1, declaration + " = " + literal(type, false));
        }
        if (!optional || random.nextInt(4) > 0) {
            variables.put(name, value(type));
        }
        return name;
    }

    private String literal(GraphQLType type, boolean open) {
        if (open && random.nextInt(8) == 0) {
            return "$" + variable(type);
        }
        return switch (type) {
            case GraphQLNonNull required -> literal(required.getWrappedType(), false);
            case GraphQLType any when random.nextInt(12) == 0 -> "null";
            default -> given(type, open);
        };
    }

    private String given(GraphQLType type, boolean open) {
        return switch (type) {
            case GraphQLList list -> literals(list, open);
            case GraphQLEnumType choice -> choice(choice);
            case GraphQLInputObjectType object ->
                object.getFields().stream()
                        .filter(this::isWanted)
                        .map(field -> field.getName() + ": " + literal(field.getType(), open))
                        .collect(Collectors.joining(", ", "{", "}"));
            case GraphQLScalarType scalar -> quoted(scalar(scalar.getName()));
            default -> throw new IllegalArgumentException("No input type: " + type);
        };
    }

    private String literals(GraphQLList list, boolean open) {
        List<String> each = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            each.add(literal(list.getWrappedType(), open));
        }
        return each.toString();
    }

    private boolean isWanted(GraphQLInputObjectField field) {
        return GraphQLTypeUtil.isNonNull(field.getType()) || random.nextBoolean();
    }

    private static String quoted(Object scalar) {
        return scalar instanceof String ? "\"" + scalar + "\"" : scalar.toString();
    }

    @SuppressWarnings("NullAway") // JSON objects may hold nulls
    private @Nullable Object value(GraphQLType type) {
        if (type instanceof GraphQLNonNull required) {
            return some(required.getWrappedType());
        }
        return random.nextInt(12) == 0 ? null : some(type);
    }

    private Object some(GraphQLType type) {
        return switch (type) {
            case GraphQLList list -> {
                List<@Nullable Object> each = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    each.add(value(list.getWrappedType()));
                }
                yield each;
            }
            case GraphQLEnumType choice -> choice(choice);
            case GraphQLInputObjectType object -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                object.getFields().stream()
                        .filter(this::isWanted)
                        .forEach(field -> fields.put(field.getName(), value(field.getType())));
                yield fields;
            }
            case GraphQLScalarType scalar -> scalar(scalar.getName());
            default -> throw new IllegalArgumentException("No input type: " + type);
        };
    }

    private String choice(GraphQLEnumType choice) {
        List<GraphQLEnumValueDefinition> values = choice.getValues();
        return values.get(random.nextInt(values.size())).getName();
    }

    private Object scalar(String name) {
        int roll = random.nextInt(6);
        return switch (name) {
            case "Int" -> roll;
            case "Float" -> roll + 0.5;
            case "Boolean" -> roll > 2;
            default -> "s" + roll;
        };
    }
}
