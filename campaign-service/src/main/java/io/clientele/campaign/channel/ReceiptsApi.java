package io.clientele.campaign.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.rest.HttpRefusal;
import io.clientele.edge.rest.JsonBody;
import io.smallrye.mutiny.Uni;

/** Where webhooks' receivers tell what became of messages: docs/channels.md describes it. The signature says who they are. */
@Path("/v1/receipts")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptsApi {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int LONGEST_HEADER = 2_000;

    private final Webhooks webhooks;
    private final Receipts receipts;
    private final Clock clock;

    ReceiptsApi(Webhooks webhooks, Receipts receipts, Clock clock) {
        this.webhooks = webhooks;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Takes receipts; each that cannot be taken is told by its place, and the others are taken all the same. */
    @POST
    public Uni<byte[]> take(
            byte[] body,
            @RestHeader("webhook-id") @Nullable String id,
            @RestHeader("webhook-timestamp") @Nullable String timestamp,
            @RestHeader("webhook-signature") @Nullable String signatures) {
        long signedAt = timestamp(timestamp);
        if (id == null || signatures == null || id.length() + signatures.length() > LONGEST_HEADER) {
            throw unsigned();
        }
        ReceiptBatch batch = ReceiptBatch.of(body, clock.instant());
        return webhooks.find(batch.webhookId())
                .map(found -> signer(found, signatures, id, signedAt, body))
                .flatMap(webhook -> receipts.take(webhook, batch))
                .map(ReceiptsApi::answer);
    }

    private long timestamp(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,12}")) {
            throw unsigned();
        }
        long seconds = Long.parseLong(text);
        if (Math.abs(clock.instant().getEpochSecond() - seconds) > SKEW.toSeconds()) {
            throw new HttpRefusal(
                    401,
                    "STALE_SIGNATURE",
                    "webhook-timestamp",
                    "webhook-timestamp is more than " + SKEW.toMinutes() + " minutes from now");
        }
        return seconds;
    }

    /** The same answer for a webhook that is not there as for a wrong signature. */
    private static StoredWebhook signer(
            Optional<StoredWebhook> found, String signatures, String id, long timestamp, byte[] body) {
        return found.filter(webhook ->
                        webhook.secrets().stream().anyMatch(secret -> secret.signed(signatures, id, timestamp, body)))
                .orElseThrow(ReceiptsApi::unsigned);
    }

    private static HttpRefusal unsigned() {
        return new HttpRefusal(
                401,
                "INVALID_SIGNATURE",
                "webhook-signature",
                "the receipts are not signed by a webhook that is defined");
    }

    private static byte[] answer(ReceiptBatch batch) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        int rejected = batch.rejected().size();
        long unknown = batch.rejected().stream()
                .filter(error -> error.path("code").asText().equals("UNKNOWN_CONTACT"))
                .count();
        answer.put("accepted", batch.receipts().size() - unknown);
        answer.put("rejected", rejected);
        answer.putArray("errors").addAll(batch.rejected());
        return JsonBody.bytes(answer);
    }
}
