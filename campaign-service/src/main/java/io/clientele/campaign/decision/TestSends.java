package io.clientele.campaign.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.benefit.Coupons;
import io.clientele.campaign.benefit.StoredCoupon;
import io.clientele.campaign.channel.Deliveries;
import io.clientele.campaign.channel.Queued;
import io.clientele.campaign.channel.UnsubscribeLinks;
import io.clientele.campaign.consent.Consents;
import io.clientele.campaign.consent.Permissions;
import io.clientele.campaign.consent.Reachability;
import io.clientele.campaign.definition.CampaignBook;
import io.clientele.campaign.definition.ShopConfig;
import io.clientele.edge.CodedException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Sends customers a campaign's message to try it out, whatever the campaign would decide about them. What protects customers
 * holds all the same; what counts contacts passes over these.
 */
@ApplicationScoped
public class TestSends {

    private static final String CUSTOMER = "input.customer";

    private final CampaignBook book;
    private final Consents consents;
    private final Coupons coupons;
    private final Writing writing;
    private final UnsubscribeLinks links;
    private final Deliveries deliveries;
    private final ShopConfig shop;
    private final Clock clock;

    TestSends(
            CampaignBook book,
            Consents consents,
            Coupons coupons,
            Writing writing,
            UnsubscribeLinks links,
            Deliveries deliveries,
            ShopConfig shop,
            Clock clock) {
        this.book = book;
        this.consents = consents;
        this.coupons = coupons;
        this.writing = writing;
        this.links = links;
        this.deliveries = deliveries;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * Sends one, with the transaction.
     *
     * @return the contact's id; fails with {@link TestSendFailure}
     */
    public Uni<String> send(SqlConnection transaction, TestSend test) {
        Instant now = clock.instant();
        return book.current(transaction)
                .invoke(edition -> {
                    if (edition.sending().stopped()) {
                        throw new TestSendFailure.SendingStopped("input").exception();
                    }
                })
                .chain(() -> known(transaction, test))
                .invoke(known -> refuseUnreachable(test, known))
                .chain(known -> coupons.sample(
                                transaction,
                                test.variant().benefit(),
                                test.card().id(),
                                now)
                        .map(coupon -> contact(test, known, coupon, now)))
                .call(contact -> ContactWriting.insert(transaction, List.of(contact), now))
                .call(contact -> deliveries.enqueue(transaction, queued(contact, test, now)))
                .map(DecidedContact::id);
    }

    private Uni<Known> known(SqlConnection transaction, TestSend test) {
        return consents.load(transaction, List.of(Known.recipient(test.card())))
                .map(found -> found.getOrDefault(test.card().id(), Permissions.NONE))
                .map(permissions -> Known.of(test.card(), shop.zone(), permissions, Map.of()));
    }

    private void refuseUnreachable(TestSend test, Known known) {
        Reachability reachability = Reachability.of(
                test.variant().channel(),
                known.recipient(),
                known.permissions(),
                consents.policy(),
                test.campaign().definition().transactional());
        switch (reachability) {
            case Reachability.Reachable _ -> {}
            case Reachability.NoAddress _ -> throw new TestSendFailure.NoAddress(CUSTOMER).exception();
            case Reachability.Suppressed _ -> throw new TestSendFailure.SuppressedAddress(CUSTOMER).exception();
            case Reachability.NoConsent _ -> throw new TestSendFailure.NoConsent(CUSTOMER).exception();
        }
    }

    private DecidedContact contact(TestSend test, Known known, Optional<StoredCoupon> coupon, Instant now) {
        Due due = new Due(
                Due.NO_ENROLMENT,
                test.campaign(),
                test.card().id(),
                test.cause(),
                now,
                now,
                now,
                SampleEvent.of(test.campaign().definition().trigger()).orElse(null),
                false);
        return new DecidedContact(
                due,
                test.card().id(),
                now.atZone(known.zone()).toLocalDate(),
                Decision.SENT,
                null,
                Optional.of(test.variant()),
                message(due, test, known, coupon),
                null);
    }

    private Message message(Due due, TestSend test, Known known, Optional<StoredCoupon> coupon) {
        String unsubscribe = links.of(DecidedContact.id(due)).orElse("");
        try {
            return writing.write(due, test.variant(), known, coupon, SampleEvent.recommended(due), unsubscribe);
        } catch (CodedException failed) {
            throw new TestSendFailure.NotWritten(CUSTOMER, failed.code()).exception();
        }
    }

    private static List<Queued> queued(DecidedContact contact, TestSend test, Instant now) {
        return contact.toBeDelivered() ? List.of(Outcome.queued(contact, test.card(), now)) : List.of();
    }
}
