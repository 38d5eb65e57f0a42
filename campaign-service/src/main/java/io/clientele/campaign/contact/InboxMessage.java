package io.clientele.campaign.contact;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;

/** A message as its customer sees it. */
@Description("A message for the customer that front ends show.")
public record InboxMessage(
        @NonNull @Id String id,
        @NonNull Instant at,

        @NonNull @Description("INBOX, or POPUP: to be shown over the page at the next visit.")
        Channel kind,

        @Nullable String subject,
        @NonNull String body,
        @Nullable String link,
        @Nullable Instant readAt,
        @Nullable Instant dismissedAt,

        @Description("Whether it was sent to try a campaign out.")
        boolean test,

        @Nullable @Ignore String couponId) {

    static InboxMessage of(StoredContact stored) {
        Channel kind = stored.channel();
        String body = stored.body();
        return new InboxMessage(
                stored.id(),
                stored.decidedAt(),
                kind == null ? Channel.INBOX : kind,
                stored.subject(),
                body == null ? "" : body,
                stored.link(),
                stored.readAt(),
                stored.dismissedAt(),
                stored.test(),
                stored.couponId());
    }
}
