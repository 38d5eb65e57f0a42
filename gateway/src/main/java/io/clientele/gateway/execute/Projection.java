package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Supergraph;
import io.clientele.gateway.supergraph.TypeRef;

/**
 * Makes of the joined answers what the client's operation describes: its fields in its order, values of the schema's types,
 * and null where something is missing, as far up as the schema demands it.
 *
 * <p>Implements "Completing values" and "Handling field errors" of the
 * <a href="https://spec.graphql.org/September2025/#sec-Value-Completion">GraphQL specification</a>.
 */
final class Projection {

    /** What completing a value can come to, beside a value. */
    private enum Outcome {
        /** A null that may not be where it is. */
        FAILED
    }

    private static final String MALFORMED = "SUBGRAPH_ANSWER_MALFORMED";

    private final Supergraph supergraph;
    private final Answerers answerers;
    private final AnswerErrors errors;
    private int objects;

    /**
     * Prepares to complete values.
     *
     * @param answerers who answered them
     * @param errors what failed so far; what is found wrong is added
     */
    Projection(Supergraph supergraph, Answerers answerers, AnswerErrors errors) {
        this.supergraph = supergraph;
        this.answerers = answerers;
        this.errors = errors;
    }

    /** The data of the answer; null if an error reaches the root. */
    @Nullable
    Map<String, Object> of(Selections selections, Map<String, Object> data) {
        Object result = object(selections, selections.type(), data, null);
        return result instanceof Map<?, ?> object ? Json.object(object) : null;
    }

    private @Nullable Object object(
            Selections selections, CompositeType declared, Map<?, ?> data, @Nullable AnswerPath path) {
        CompositeType type = declared.isObject() ? declared : runtimeType(declared, data, path);
        if (type == null) {
            return null;
        }
        List<FieldSelection> fields = type.isObject() ? selections.of(type) : selections.common();
        AnswerTooLargeException.check(++objects);
        Map<String, Object> object = LinkedHashMap.newLinkedHashMap(fields.size());
        for (FieldSelection selection : fields) {
            Object value = field(selection, type, data, AnswerPath.below(path, selection.responseKey()));
            if (value == Outcome.FAILED) {
                return Outcome.FAILED;
            }
            object.put(selection.responseKey(), value);
        }
        return object;
    }

    private @Nullable Object field(FieldSelection selection, CompositeType type, Map<?, ?> data, AnswerPath path) {
        TypeRef declared = selection.field().type();
        if (selection.refused()) { // whatever the data has under its key is not its value
            errors.add(forbidden(path));
            return declared.nullable() ? null : Outcome.FAILED;
        }
        if (selection.field().isTypename()) {
            // Of an interface object whose type nobody told, there is no name.
            return type.isObject() ? type.name() : complete(declared, null, selection, path);
        }
        return complete(declared, data.get(selection.responseKey()), selection, path);
    }

    private static AnswerError forbidden(AnswerPath path) {
        return new AnswerError(
                "The token has no role that may see this.", AnswerPath.keys(path), "FORBIDDEN", null, Map.of());
    }

    /** What the value turned out to be; the declared type itself if its subgraph knows no more; null if it is unknown. */
    private @Nullable CompositeType runtimeType(CompositeType declared, Map<?, ?> data, @Nullable AnswerPath path) {
        Object name = data.get("__typename");
        if (name == null) {
            return declared;
        }
        CompositeType type = supergraph.type(name.toString());
        if (type != null && !type.isObject()) {
            return declared; // an interface object's subgraph knows no more
        }
        if (type == null || !declared.possible().contains(type)) {
            malformed("A value of " + declared + " cannot be a " + name + ".", path);
            return null;
        }
        return supergraph.publicSchema().getType(type.name()) == null ? null : type;
    }

    private @Nullable Object complete(TypeRef type, @Nullable Object value, FieldSelection selection, AnswerPath path) {
        Object completed = value == null
                ? null
                : switch (type) {
                    case TypeRef.ListOf list -> list(list.items(), value, selection, path);
                    case TypeRef.Named named ->
                        selection.children() == null
                                ? leaf(named.name(), value, path)
                                : composite(named.name(), selection.children(), value, path);
                };
        if (completed == Outcome.FAILED) {
            return type.nullable() ? null : Outcome.FAILED;
        }
        if (completed == null && !type.nullable()) {
            explainNull(selection, path);
            return Outcome.FAILED;
        }
        return completed;
    }

    private @Nullable Object list(TypeRef items, Object value, FieldSelection selection, AnswerPath path) {
        if (!(value instanceof List<?> list)) {
            return malformed("A list was expected.", path);
        }
        List<Object> completed = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object item = complete(items, list.get(i), selection, AnswerPath.below(path, i));
            if (item == Outcome.FAILED) {
                return Outcome.FAILED;
            }
            completed.add(item);
        }
        return completed;
    }

    private @Nullable Object composite(String name, Selections selections, Object value, AnswerPath path) {
        CompositeType declared = supergraph.type(name);
        if (declared == null || !(value instanceof Map<?, ?> object)) {
            return malformed("An object was expected.", path);
        }
        return object(selections, declared, object, path);
    }

    private @Nullable Object leaf(String type, Object value, AnswerPath path) {
        boolean fits = switch (type) {
            case "Int" -> value instanceof Integer;
            case "Float" -> value instanceof Number;
            case "Boolean" -> value instanceof Boolean;
            case "String" -> value instanceof String;
            case "ID" -> value instanceof String || value instanceof Integer || value instanceof Long;
            default -> fitsOther(type, value);
        };
        if (!fits) {
            return malformed("A value of type " + type + " was expected.", path);
        }
        return type.equals("ID") ? value.toString() : value;
    }

    private boolean fitsOther(String type, Object value) {
        Set<String> values = supergraph.enumValues(type).orElse(null);
        return values == null || (value instanceof String name && values.contains(name));
    }

    private @Nullable Object malformed(String message, @Nullable AnswerPath path) {
        List<Object> keys = AnswerPath.keys(path);
        errors.add(new AnswerError(message, keys, MALFORMED, answerers.at(keys), Map.of()));
        return null;
    }

    /** A missing value needs no error of its own where one says already why. */
    private void explainNull(FieldSelection selection, AnswerPath path) {
        List<Object> keys = AnswerPath.keys(path);
        if (!errors.explain(keys)) {
            String message =
                    "The field '" + selection.field().name() + "' may not be null and no subgraph answered it.";
            errors.add(new AnswerError(message, keys, "NULL_IN_NON_NULL_FIELD", answerers.at(keys), Map.of()));
        }
    }
}
