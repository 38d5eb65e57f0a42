package io.clientele.loader.rees46;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.clientele.loader.file.CsvRecord;
import io.clientele.loader.message.Cells;
import io.clientele.loader.message.MessageIds;
import io.clientele.loader.message.MessageWriter;
import io.clientele.loader.source.BadRowReason;
import io.clientele.loader.source.Row;

/** Makes a message of a REES46 record. */
final class Rees46Row {

    static final List<String> COLUMNS = List.of(
            "event_time",
            "event_type",
            "product_id",
            "category_id",
            "category_code",
            "brand",
            "price",
            "user_id",
            "user_session");

    private static final Map<String, String> EVENTS = Map.of(
            "view", "Product Viewed",
            "cart", "Product Added",
            "remove_from_cart", "Product Removed",
            "purchase", "Order Completed");

    private final MessageIds ids;
    private final MessageWriter writer = new MessageWriter();

    Rees46Row(String dataSet) {
        this.ids = new MessageIds(dataSet);
    }

    Row row(CsvRecord.Good csv) {
        String event = EVENTS.get(csv.cell("event_type"));
        if (event == null) {
            return bad(csv, BadRowReason.UNKNOWN_EVENT_TYPE);
        }
        Instant time = Cells.utcTime(csv.cell("event_time"));
        if (time == null) {
            return bad(csv, BadRowReason.INVALID_TIME);
        }
        BigDecimal price = Cells.amount(csv.cell("price"));
        if (price == null || price.signum() < 0) {
            return bad(csv, BadRowReason.INVALID_PRICE);
        }
        if (csv.cell("user_id").isEmpty()) {
            return bad(csv, BadRowReason.MISSING_CUSTOMER);
        }
        if (csv.cell("product_id").isEmpty()) {
            return bad(csv, BadRowReason.MISSING_PRODUCT);
        }
        return new Row.Message(csv.line(), writer.write(json -> write(json, csv, event, time, price)));
    }

    private void write(JsonGenerator json, CsvRecord.Good csv, String event, Instant time, BigDecimal price)
            throws IOException {
        String session = csv.cell("user_session");
        json.writeStringField("type", "track");
        json.writeStringField("event", event);
        json.writeStringField("messageId", ids.of(csv.line(), csv.text()));
        json.writeStringField("userId", csv.cell("user_id"));
        json.writeStringField("timestamp", time.toString());
        if (!session.isEmpty()) {
            json.writeObjectFieldStart("context");
            json.writeStringField("sessionId", session);
            json.writeEndObject();
        }
        json.writeObjectFieldStart("properties");
        if (event.equals("Order Completed")) {
            String shopper = session.isEmpty() ? csv.cell("user_id") : session;
            json.writeStringField("order_id", shopper + "-" + time.getEpochSecond());
            json.writeNumberField("revenue", price);
            json.writeNumberField("quantity", 1);
        }
        json.writeStringField("product_id", csv.cell("product_id"));
        MessageWriter.text(json, "category_id", csv.cell("category_id"));
        MessageWriter.text(json, "category", csv.cell("category_code"));
        MessageWriter.text(json, "brand", csv.cell("brand"));
        json.writeNumberField("price", price);
        json.writeStringField("currency", "USD");
        json.writeEndObject();
    }

    private static Row bad(CsvRecord.Good csv, BadRowReason reason) {
        return new Row.Bad(csv.line(), reason, csv.text());
    }
}
