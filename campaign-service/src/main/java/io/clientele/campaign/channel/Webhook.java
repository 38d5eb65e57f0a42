package io.clientele.campaign.channel;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A webhook, as clients see it. */
@Description("A receiver of messages that the shop runs itself, such as the door to an SMS provider.")
public record Webhook(
        @NonNull @Id String id,

        @NonNull String name,

        @NonNull @Description("Where messages are posted to; a query in it is not shown.")
        String url,

        @NonNull WebhookPurpose purpose,

        @Nullable
        @Description("What messages and receipts are signed with, whsec_ and base64: shown once, when it is made.")
        String secret,

        @NonNull Instant changedAt,

        @NonNull String changedBy) {

    static Webhook of(StoredWebhook stored, @Nullable SigningSecret shown) {
        String url = stored.url().toString();
        int query = url.indexOf('?');
        return new Webhook(
                stored.id(),
                stored.name(),
                query < 0 ? url : url.substring(0, query) + "?…",
                stored.purpose(),
                shown == null ? null : shown.text(),
                stored.changedAt(),
                stored.changedBy());
    }
}
