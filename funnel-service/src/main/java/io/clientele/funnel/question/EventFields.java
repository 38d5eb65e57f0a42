package io.clientele.funnel.question;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.SearchEngine;

/** The fields of stored events that results can be broken down by, as the index's mapping has them. */
public final class EventFields {

    /** The keys of a flattened field are indexed with its name: together they stay below Lucene's limit of a term. */
    private static final int LONGEST_PATH = 1_024;

    private static final Set<String> TEXTS = texts();

    private EventFields() {}

    /**
     * Checks that events can be grouped by a field: one that holds searchable text, or any path below {@code properties.}
     * or {@code traits.}.
     *
     * @param input the input that names the field, for the error
     * @throws io.clientele.edge.CodedException {@code UNKNOWN_FIELD}
     */
    public static String groupable(String input, String name) {
        if (TEXTS.contains(name) || open(name, "properties.") || open(name, "traits.")) {
            return name;
        }
        throw new QuestionFailure.UnknownField(input, name).exception();
    }

    private static boolean open(String name, String prefix) {
        return name.startsWith(prefix) && name.length() > prefix.length() && name.length() <= LONGEST_PATH;
    }

    private static Set<String> texts() {
        Set<String> names = new TreeSet<>();
        collect(EventsIndex.mapping(SearchEngine.ELASTICSEARCH), "", names);
        return names;
    }

    private static void collect(JsonNode mapping, String prefix, Set<String> names) {
        for (Map.Entry<String, JsonNode> field : mapping.path("properties").properties()) {
            String name = prefix + field.getKey();
            JsonNode definition = field.getValue();
            if (definition.path("type").asText().equals("keyword")
                    && definition.path("index").asBoolean(true)) {
                names.add(name);
            }
            collect(definition, name + ".", names);
        }
    }
}
