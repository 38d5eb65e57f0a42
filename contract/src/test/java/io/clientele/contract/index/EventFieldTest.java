package io.clientele.contract.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.RandomEvents;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

class EventFieldTest {

    @Test
    void registryAndMappingAgree() {
        Map<String, String> mapped = new TreeMap<>();
        collect("", EventsIndex.mapping(SearchEngine.ELASTICSEARCH), mapped);
        Map<String, String> registered = Arrays.stream(EventField.values())
                .collect(Collectors.toMap(
                        EventField::fieldName, field -> mapping(field.type()), (a, b) -> a, TreeMap::new));

        assertThat(registered).isEqualTo(mapped);
    }

    @Property(tries = 200)
    void valuesAreThoseOfTheDocument(@ForAll long seed) throws IOException {
        Event event = new RandomEvents(new Random(seed)).next("m-1");
        JsonNode document = EventDocument.MAPPER.readTree(EventDocument.bytes(event));

        for (EventField field : EventField.values()) {
            if (field.type() != FieldType.OPEN) {
                assertThat(field.values(event, null)).as(field.fieldName()).isEqualTo(values(document, field));
            }
        }
    }

    @Test
    void findsFieldsByName() {
        assertThat(EventField.named("order.revenue")).contains(EventField.ORDER_REVENUE);
        assertThat(EventField.named("order")).isEmpty();
    }

    private static List<FieldValue> values(JsonNode document, EventField field) {
        List<JsonNode> nodes = List.of(document);
        for (String key : field.fieldName().split("\\.", -1)) {
            List<JsonNode> inner = new ArrayList<>();
            for (JsonNode node : nodes) {
                JsonNode value = node.path(key);
                (value.isArray() ? value : List.of(value)).forEach(inner::add);
            }
            nodes = inner;
        }
        return nodes.stream()
                .filter(node -> !node.isMissingNode())
                .map(node -> value(node, field.type()))
                .toList();
    }

    private static FieldValue value(JsonNode node, FieldType type) {
        if (type == FieldType.DATE || type == FieldType.KEPT_DATE) {
            return new Whole(Instant.parse(node.textValue()).toEpochMilli());
        }
        return node.isTextual() ? new Text(node.textValue()) : new Whole(node.longValue());
    }

    private static void collect(String prefix, JsonNode mapping, Map<String, String> found) {
        mapping.path("properties").forEachEntry((name, field) -> {
            if (field.has("type")) {
                found.put(prefix + name, field.toString());
            } else {
                collect(prefix + name + ".", field, found);
            }
        });
    }

    private static String mapping(FieldType type) {
        String json = switch (type) {
            case KEYWORD -> "{'type':'keyword'}";
            case SORTED_KEYWORD -> "{'type':'keyword','index':false}";
            case LONG, MONEY, DAY -> "{'type':'long'}";
            case HASH -> "{'type':'long','index':false}";
            case DATE -> "{'type':'date','format':'strict_date_optional_time'}";
            case KEPT_DATE -> "{'type':'date','format':'strict_date_optional_time','index':false,'doc_values':false}";
            case OPEN -> "{'type':'flattened','depth_limit':20,'ignore_above':1024}";
            case FLAG -> "{'type':'boolean'}";
            case KEPT_OBJECT -> "{'type':'object','enabled':false}";
        };
        return json.replace('\'', '"');
    }
}
