package io.clientele.gateway.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a plan for people to read. */
final class PlanText {

    private PlanText() {}

    static String of(QueryPlan plan) {
        return plan.fetches().isEmpty()
                ? "No subgraph is asked.\n"
                : plan.fetches().stream().map(PlanText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Fetch fetch) {
        Fetch.Request request = fetch.request();
        StringBuilder text =
                new StringBuilder().append(request.id()).append(' ').append(request.subgraph());
        if (!request.path().isEmpty()) {
            text.append(" at ")
                    .append(request.path().stream().map(Step::toString).collect(Collectors.joining(".")));
        }
        if (!request.after().isEmpty()) {
            text.append(" after ")
                    .append(new TreeSet<>(request.after())
                            .stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        text.append('\n');
        if (fetch instanceof Fetch.EntityFetch entities) {
            new TreeMap<>(entities.representations())
                    .forEach((type, told) -> text.append("  tells ")
                            .append(type.equals(Representation.ANY) ? "" : "of " + type + " ")
                            .append(of(told))
                            .append('\n'));
        }
        new TreeMap<>(request.renamed())
                .forEach((key, meaning) -> text.append("  ")
                        .append(key)
                        .append(" is ")
                        .append(meaning)
                        .append('\n'));
        return text.append("  ").append(request.document()).append('\n').toString();
    }

    private static String of(Representation told) {
        String name = told.typename() == null ? "" : told.typename() + " ";
        Map<String, List<Representation.Field>> fields = new TreeMap<>(told.fields());
        return name
                + fields.entrySet().stream()
                        .map(entry -> (entry.getKey().equals(Representation.ANY) ? "" : entry.getKey() + " ")
                                + of(entry.getValue()))
                        .collect(Collectors.joining(" or "));
    }

    private static String of(List<Representation.Field> fields) {
        return fields.stream()
                .map(field -> field.name()
                        + (field.key().equals(field.name()) ? "" : " from " + field.key())
                        + (field.children() == null ? "" : " " + of(field.children())))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
