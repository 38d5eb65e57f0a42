package io.clientele.campaign.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.ContactField;
import io.clientele.index.IndexedDocument;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A contact as its document.
 *
 * @param version rises with every reading, of whatever contacts
 */
record ContactDocument(String id, long version, ObjectNode json) implements IndexedDocument {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);

    /** The document of a row whose columns are named as the fields. */
    static ContactDocument of(Row row, long version, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (ContactField field : ContactField.values()) {
            put(json, field, row);
        }
        json.put(ContactField.UPDATED_AT.fieldName(), MILLISECONDS.format(now));
        return new ContactDocument(row.getString(ContactField.CONTACT_ID.fieldName()), version, json);
    }

    private static void put(ObjectNode json, ContactField field, Row row) {
        String name = field.fieldName();
        switch (field) {
            case DECISION, REASON, CHANNEL, STATUS, COUPON_STATE -> putText(json, name, lowerCase(row.getString(name)));
            case CONTACT_ID,
                    CAMPAIGN_ID,
                    CUSTOMER_ID,
                    VARIANT,
                    CURRENCY,
                    BENEFIT_ID,
                    DISCOUNT_CURRENCY,
                    REVENUE_CURRENCY -> putText(json, name, row.getString(name));
            case LOCAL_DAY -> json.put(name, row.getLocalDate(name).toString());
            case ENTERED_AT, DECIDED_AT, STATUS_AT, READ_AT, DISMISSED_AT -> {
                OffsetDateTime at = row.getOffsetDateTime(name);
                putText(json, name, at == null ? null : MILLISECONDS.format(at.toInstant()));
            }
            case CAMPAIGN_VERSION, COST, DISCOUNT, CONVERTED, ORDERS, REVENUE -> {
                BigDecimal number = row.getBigDecimal(name);
                if (number != null) {
                    // A sum of amounts can be beyond what an amount can be.
                    json.put(name, number.min(MOST).max(LEAST).longValueExact());
                }
            }
            case UPDATED_AT -> {}
        }
    }

    private static void putText(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
    }

    private static @Nullable String lowerCase(@Nullable String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }
}
