package io.clientele.campaign.contact;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.customer.Customer;
import io.clientele.campaign.decision.Decision;
import io.clientele.campaign.decision.Reason;
import io.clientele.campaign.definition.Channel;

/** A contact as staff sees it. */
@Description("What was decided about a customer who entered a campaign, and what became of the message.")
public record Contact(
        @NonNull @Id String id,

        @NonNull @Description("As profile-service knew it then.")
        Customer customer,

        @NonNull @Description("When it was decided.") Instant at,
        @NonNull Decision decision,
        @Nullable @Description("Of SUPPRESSED: why.") Reason reason,
        @Nullable String variant,
        @Nullable Channel channel,
        @Nullable String subject,
        @Nullable @Description("As it was sent.") String body,
        @Nullable String link,
        @Nullable @Description("Null of what was not sent.") DeliveryStatus status,
        @NonNull Instant statusAt,

        @Description("Whether it was sent to try the campaign out.")
        boolean test,

        @Ignore String campaignId,
        @Nullable @Ignore String couponId) {

    static Contact of(StoredContact stored) {
        return new Contact(
                stored.id(),
                new Customer(stored.customerId()),
                stored.decidedAt(),
                stored.decision(),
                stored.reason(),
                stored.variant(),
                stored.channel(),
                stored.subject(),
                stored.body(),
                stored.link(),
                stored.status(),
                stored.statusAt(),
                stored.test(),
                stored.campaignId(),
                stored.couponId());
    }
}
