package io.clientele.contract.condition;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;

/** Writes the document of a customer in the index {@code customers}, on which {@link SegmentCondition#query} works. */
public final class CustomerDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CustomerDocument() {}

    /**
     * The document's source.
     *
     * @param updatedAt when the customer was last recomputed
     */
    public static ObjectNode of(CustomerView customer, Instant updatedAt) {
        ObjectNode document = JSON.objectNode();
        for (CustomerField field : CustomerField.values()) {
            put(document, field, customer.values(field));
        }
        if (!customer.traits().isEmpty()) {
            document.set("traits", customer.traits().json());
        }
        texts(document, "segments", customer.segments().stream().sorted().toList());
        document.put("slot", Slots.of(customer.id()));
        ArrayNode behaviour = document.putArray(Occurrences.FIELD);
        customer.counts()
                .forEach((counter, counts) -> Occurrences.terms(counter, counts).forEach(behaviour::add));
        return document.put("updated_at", EventQuery.date(updatedAt));
    }

    private static void put(ObjectNode document, CustomerField field, List<FieldValue> values) {
        FieldType type = field.type();
        if (values.size() == 1) {
            document.set(field.fieldName(), EventQuery.json(type, values.getFirst()));
        } else if (!values.isEmpty()) {
            document.set(field.fieldName(), EventQuery.json(type, values));
        }
    }

    private static void texts(ObjectNode document, String field, List<String> texts) {
        texts.forEach(document.putArray(field)::add);
    }
}
