package io.clientele.gateway.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.Operation;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.FieldSource;
import io.clientele.gateway.supergraph.Subgraph;
import io.clientele.gateway.supergraph.SupergraphField;
import io.clientele.gateway.supergraph.TypeRef;

/**
 * Writes a draft down as a GraphQL document.
 *
 * <p>What every possible object is asked alike is asked once, of the interface. Where a subgraph's types of one response
 * key differ between objects, which GraphQL forbids, all but the first get another key.
 */
final class OperationText {

    private final FetchDraft draft;
    private final Operation operation;
    private final Map<List<String>, String> shapes = new HashMap<>();
    private final Map<List<String>, String> ownKeys = new HashMap<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();

    OperationText(FetchDraft draft, Operation operation) {
        this.draft = draft;
        this.operation = operation;
    }

    /** The keys that stand for others, by the key in the document; complete once the document is written. */
    Map<String, String> renamed() {
        return renamed;
    }

    /** The variable for the representations: a name that the operation doesn't use. */
    String variable() {
        String name = "representations";
        while (operation.variables().containsKey(name)) {
            name += "_";
        }
        return name;
    }

    /** The operation's variables that the request uses. */
    Set<String> variables() {
        return draft.levels().values().stream()
                .flatMap(level -> level.variables().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String document() {
        List<String> definitions = new ArrayList<>();
        if (!draft.isRoot()) {
            definitions.add("$" + variable() + ":[_Any!]!");
        }
        Set<String> used = variables();
        operation.variables().forEach((name, definition) -> {
            if (used.contains(name)) {
                definitions.add(definition);
            }
        });
        String head = operation.kind() == Operation.Kind.MUTATION
                        && draft.isRoot()
                        && draft.path().isEmpty()
                ? "mutation"
                : "query";
        String variables = definitions.isEmpty() ? "" : definitions.stream().collect(Collectors.joining(",", "(", ")"));
        return head.equals("query") && variables.isEmpty() ? body() : head + variables + body();
    }

    private String body() {
        if (draft.isRoot()) {
            return "{" + selections(draft.levels().values().iterator().next(), List.of()) + "}";
        }
        String fragments = draft.levels().values().stream()
                .map(level -> fragment(level.type(), selections(level, List.of())))
                .collect(Collectors.joining(" "));
        return "{_entities(representations:$" + variable() + "){" + fragments + "}}";
    }

    private static String fragment(CompositeType type, String selections) {
        return "... on " + type.name() + "{" + selections + "}";
    }

    private String selections(Level level, List<String> path) {
        if (!level.isAbstract()) {
            Collection<String> fields =
                    fields(level, level.nodes(level.type()).values(), path).values();
            return fields.isEmpty() ? SupergraphField.TYPENAME.name() : String.join(" ", fields);
        }
        Map<CompositeType, Map<String, String>> byObject = new LinkedHashMap<>();
        for (CompositeType object : level.type().possibleIn(level.subgraph())) {
            byObject.put(object, fields(level, level.nodes(object).values(), path));
        }
        List<String> parts = new ArrayList<>();
        parts.add(SupergraphField.TYPENAME.name());
        parts.addAll(ofAll(level, byObject));
        parts.addAll(fields(level, level.nodes(level.type()).values(), path).values());
        byObject.forEach((object, fields) -> {
            fields.values().removeIf(SupergraphField.TYPENAME.name()::equals);
            if (!fields.isEmpty()) {
                parts.add(fragment(object, String.join(" ", fields.values())));
            }
        });
        return String.join(" ", parts);
    }

    /** Takes out what can be asked of the interface instead of its objects. */
    private static List<String> ofAll(Level level, Map<CompositeType, Map<String, String>> byObject) {
        List<String> common = new ArrayList<>();
        if (byObject.isEmpty()) {
            return common;
        }
        Map.Entry<CompositeType, Map<String, String>> any =
                byObject.entrySet().iterator().next();
        for (Map.Entry<String, String> field : new LinkedHashMap<>(any.getValue()).entrySet()) {
            String key = field.getKey();
            boolean alike = byObject.values().stream()
                    .allMatch(fields -> field.getValue().equals(fields.get(key)));
            if (alike && isOfInterface(level, level.nodes(any.getKey()).get(key))) {
                common.add(field.getValue());
                byObject.values().forEach(fields -> fields.remove(key));
            }
        }
        return common;
    }

    private static boolean isOfInterface(Level level, Level.@Nullable Node node) {
        if (node == null) {
            return false; // an own key: its type differs from others
        }
        SupergraphField field = level.type().field(node.selection().field().name());
        FieldSource source = field == null ? null : field.source(level.subgraph());
        return source != null
                && source.resolves()
                && node.selection().arguments().isEmpty() // an object may take more of them than its interface
                && (node.children() == null
                        || node.children().type().name().equals(source.type().name()));
    }

    /** Each field's text, by its response key in the document. */
    private Map<String, String> fields(Level level, Collection<Level.Node> nodes, List<String> path) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Level.Node node : nodes) {
            FieldSelection selection = node.selection();
            String key = ownKey(selection, level.subgraph(), path);
            StringBuilder text = new StringBuilder();
            if (!key.equals(selection.field().name())) {
                text.append(key).append(':');
            }
            text.append(selection.field().name()).append(selection.arguments());
            if (node.children() != null) {
                List<String> below = new ArrayList<>(path);
                below.add(key);
                text.append('{').append(selections(node.children(), below)).append('}');
            }
            texts.put(key, text.toString());
        }
        return texts;
    }

    /** The key under which the field can stand beside fields of other objects under the same key. */
    private String ownKey(FieldSelection selection, Subgraph subgraph, List<String> path) {
        List<String> here = new ArrayList<>(path);
        here.add(selection.responseKey());
        String shape = shape(selection, subgraph);
        String first = shapes.putIfAbsent(here, shape);
        if (first == null || first.equals(shape)) {
            return selection.responseKey();
        }
        here.add(shape);
        return ownKeys.computeIfAbsent(here, any -> {
            String key = "__" + selection.responseKey() + "_" + (ownKeys.size() + 1);
            renamed.put(key, selection.responseKey());
            return key;
        });
    }

    private static String shape(FieldSelection selection, Subgraph subgraph) {
        FieldSource source = selection.field().source(subgraph);
        TypeRef type = source == null ? selection.field().type() : source.type();
        return wrapped(type, selection.children() == null ? type.name() : "object");
    }

    private static String wrapped(TypeRef type, String name) {
        String inner = switch (type) {
            case TypeRef.Named named -> name;
            case TypeRef.ListOf list -> "[" + wrapped(list.items(), name) + "]";
        };
        return type.nullable() ? inner : inner + "!";
    }
}
