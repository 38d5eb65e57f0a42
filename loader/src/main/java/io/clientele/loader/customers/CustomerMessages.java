package io.clientele.loader.customers;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

import io.clientele.loader.file.CsvRecord;
import io.clientele.loader.message.Cells;
import io.clientele.loader.message.MessageIds;
import io.clientele.loader.message.MessageWriter;
import io.clientele.loader.source.BadRowReason;
import io.clientele.loader.source.Row;

/** Makes an identify of a customer's line. */
final class CustomerMessages {

    private final MessageIds ids;
    private final String idColumn;
    private final List<String> traits;
    private final MessageWriter writer = new MessageWriter();

    CustomerMessages(String dataSet, List<String> columns) {
        this.ids = new MessageIds(dataSet);
        this.idColumn = columns.getFirst();
        this.traits = columns.subList(1, columns.size());
    }

    Row row(CsvRecord.Good csv) {
        String customer = Cells.withoutFraction(csv.cell(idColumn));
        if (customer.isEmpty()) {
            return new Row.Bad(csv.line(), BadRowReason.MISSING_CUSTOMER, csv.text());
        }
        return new Row.Message(csv.line(), writer.write(json -> write(json, csv, customer)));
    }

    /** An empty cell says nothing of the customer: it neither sets nor deletes a trait. */
    private void write(JsonGenerator json, CsvRecord.Good csv, String customer) throws IOException {
        json.writeStringField("type", "identify");
        json.writeStringField("messageId", ids.of(csv.line(), csv.text()));
        json.writeStringField("userId", customer);
        json.writeObjectFieldStart("traits");
        for (String trait : traits) {
            MessageWriter.text(json, trait, csv.cell(trait));
        }
        json.writeEndObject();
    }
}
