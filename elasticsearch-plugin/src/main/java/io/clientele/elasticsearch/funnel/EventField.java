package io.clientele.elasticsearch.funnel;

import java.util.Locale;

import org.elasticsearch.index.mapper.MappedFieldType;
import org.elasticsearch.search.aggregations.support.AggregationContext;

/** The fields that a funnel reads of events, and the type that each must have. */
enum EventField {
    ENTITY("long"),
    TIME("date"),
    /** By which customers are in order; of a funnel that names them only. */
    HASH("long"),
    /** By which customers are named; likewise. */
    ID("keyword");

    private final String type;

    EventField(String type) {
        this.type = type;
    }

    /**
     * Whether an index has the field; an index without it has no events to count.
     *
     * @throws IllegalArgumentException if the field is of another type or keeps no doc values
     */
    boolean isMapped(String field, AggregationContext context) {
        MappedFieldType mapped = context.getFieldType(field);
        if (mapped == null) {
            return false;
        }
        if (!mapped.typeName().equals(type) || !mapped.hasDocValues()) {
            throw new IllegalArgumentException(
                    "[" + name().toLowerCase(Locale.ROOT) + "] of a funnel must be a field of type ["
                            + type + "] with doc values, but [" + field + "] is of type [" + mapped.typeName() + "]"
                            + (mapped.hasDocValues() ? "" : " without doc values"));
        }
        return true;
    }

    /** The field's name in the index: a field alias leads to another one. */
    static String resolve(String field, AggregationContext context) {
        MappedFieldType mapped = context.getFieldType(field);
        return mapped == null ? field : mapped.name();
    }
}
