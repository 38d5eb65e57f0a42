package io.clientele.funnel.rejected;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** An item that the collector refused. */
@Description("An item that the collector refused and kept.")
public record RejectedEvent(
        @NonNull @Description("When it was received.") Instant receivedAt,

        @NonNull @Description("The name of the write key that it came with.")
        String source,

        @NonNull @Description("Why it was refused; stable.") String code,

        @Description("The field at fault, if it was one.") @Nullable
        String field,

        @Description("Why it was refused, for people.") @Nullable
        String reason,

        @Description("Its message id, if it had one.") @Nullable
        String messageId,

        @Description("The item as it came, possibly cut.") @Nullable
        String raw) {

    static RejectedEvent of(JsonNode document) {
        return new RejectedEvent(
                Instant.parse(document.required("received_at").asText()),
                document.required("source").asText(),
                document.required("code").asText(),
                text(document, "field"),
                text(document, "reason"),
                text(document, "message_id"),
                text(document, "raw"));
    }

    private static @Nullable String text(JsonNode document, String field) {
        JsonNode value = document.path(field);
        return value.isTextual() ? value.textValue() : null;
    }
}
