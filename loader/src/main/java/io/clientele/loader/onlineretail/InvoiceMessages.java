package io.clientele.loader.onlineretail;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import io.clientele.loader.file.CsvRecord;
import io.clientele.loader.message.MessageIds;
import io.clientele.loader.message.MessageWriter;
import io.clientele.loader.source.Row;

/** Makes messages of invoice lines. */
final class InvoiceMessages {

    private final MessageIds ids;
    private final OrderInstants instants;
    private final MessageWriter writer = new MessageWriter();

    InvoiceMessages(String dataSet, OrderInstants instants) {
        this.ids = new MessageIds(dataSet);
        this.instants = instants;
    }

    Row row(CsvRecord.Good csv) {
        return switch (InvoiceLine.of(csv)) {
            case InvoiceLine.NoTrade(var reason) -> new Row.Bad(csv.line(), reason, csv.text());
            case InvoiceLine.Trade trade -> new Row.Message(csv.line(), writer.write(json -> write(json, csv, trade)));
        };
    }

    private void write(JsonGenerator json, CsvRecord.Good csv, InvoiceLine.Trade trade) throws IOException {
        json.writeStringField("type", "track");
        json.writeStringField("event", trade.refund() ? "Order Refunded" : "Order Completed");
        json.writeStringField("messageId", ids.of(csv.line(), csv.text()));
        json.writeStringField("userId", trade.customer());
        json.writeStringField("timestamp", instants.of(trade.order()).toString());
        json.writeObjectFieldStart("context");
        json.writeObjectFieldStart("location");
        MessageWriter.text(json, "country", trade.country());
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("order_id", trade.order());
        json.writeNumberField("revenue", trade.revenue());
        json.writeStringField("currency", "GBP");
        json.writeStringField("product_id", trade.product());
        MessageWriter.text(json, "name", trade.description());
        json.writeNumberField("price", trade.price());
        json.writeNumberField("quantity", trade.quantity());
        json.writeEndObject();
    }
}
