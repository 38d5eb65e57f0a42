package io.clientele.campaign.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.benefit.Coupons;
import io.clientele.campaign.benefit.IssueOutcome;
import io.clientele.campaign.benefit.StoredCoupon;
import io.clientele.campaign.channel.Deliveries;
import io.clientele.campaign.channel.Queued;
import io.clientele.campaign.channel.UnsubscribeLinks;
import io.clientele.campaign.consent.EmailAddress;
import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.definition.Variant;
import io.clientele.campaign.recommendation.RecommendedProduct;
import io.clientele.edge.CodedException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Makes contacts of verdicts, and stores everything that they cause. */
@ApplicationScoped
class Outcome {

    private static final Logger LOG = Logger.getLogger(Outcome.class);

    private final Writing writing;
    private final Coupons coupons;
    private final Deliveries deliveries;
    private final UnsubscribeLinks links;
    private final DecisionConfig config;

    Outcome(Writing writing, Coupons coupons, Deliveries deliveries, UnsubscribeLinks links, DecisionConfig config) {
        this.writing = writing;
        this.coupons = coupons;
        this.deliveries = deliveries;
        this.links = links;
        this.config = config;
    }

    /**
     * What was decided about a batch.
     *
     * @param known by the customers' own ids
     * @param issued what became of the coupons, by their ids
     * @param recommended products by category
     * @param today the shop's day, on which money is spent
     */
    record Decided(
            Batch batch,
            Map<Due, Verdict> verdicts,
            Map<String, Known> known,
            Map<String, IssueOutcome> issued,
            Map<String, List<RecommendedProduct>> recommended,
            Instant now,
            LocalDate today) {}

    /** Stores it. */
    Uni<Void> store(SqlConnection transaction, Decided decided) {
        Instant now = decided.now();
        List<DecidedContact> contacts = new ArrayList<>();
        Map<Due, Verdict.Postpone> postponed = new LinkedHashMap<>();
        decided.batch()
                .early()
                .forEach(due -> postponed.put(due, new Verdict.Postpone(now.plus(config.askAgain()), due.timed())));
        decided.batch().unknown().forEach(due -> contacts.add(unknown(due, decided.today())));
        decided.verdicts().forEach((due, verdict) -> {
            if (verdict instanceof Verdict.Postpone later) {
                postponed.put(due, later);
            } else {
                contacts.add(contact(due, verdict, decided));
            }
        });
        List<Due> done = contacts.stream().map(DecidedContact::due).toList();
        return ContactWriting.insert(transaction, contacts, now)
                .chain(() -> ContactWriting.done(transaction, done))
                .chain(() -> ContactWriting.postpone(transaction, postponed))
                .chain(() -> coupons.withdraw(transaction, unsent(contacts, decided)))
                .chain(() -> DecisionRows.spend(transaction, spending(contacts, decided), decided.today()))
                .chain(() -> deliveries.enqueue(transaction, queued(contacts, decided)));
    }

    /** That nobody is known. */
    static DecidedContact unknown(Due due, LocalDate today) {
        return new DecidedContact(
                due, due.customer(), today, Decision.SUPPRESSED, Reason.UNKNOWN_CUSTOMER, Optional.empty(), null, null);
    }

    /** What a verdict other than to wait comes to. */
    DecidedContact contact(Due due, Verdict verdict, Decided decided) {
        return switch (verdict) {
            case Verdict.Send(Variant variant) -> sent(due, variant, decided);
            case Verdict.Control(Variant variant) -> plain(due, decided, Decision.CONTROL, null, Optional.of(variant));
            case Verdict.HeldOut _ -> plain(due, decided, Decision.HELD_OUT, null, Optional.empty());
            case Verdict.Suppress(Reason reason) -> plain(due, decided, Decision.SUPPRESSED, reason, Optional.empty());
            case Verdict.Postpone _ -> throw new IllegalStateException("what waits is no contact");
        };
    }

    private DecidedContact sent(Due due, Variant variant, Decided decided) {
        List<RecommendedProduct> recommended = Writing.category(due, variant)
                .map(category -> decided.recommended().getOrDefault(category, List.of()))
                .orElse(List.of());
        IssueOutcome issued = decided.issued().get(DecidedContact.id(due));
        Reason refused = issued == null ? null : reason(issued);
        if (refused != null) {
            return plain(due, decided, Decision.SUPPRESSED, refused, Optional.of(variant));
        }
        Optional<StoredCoupon> coupon =
                issued instanceof IssueOutcome.Issued(StoredCoupon one) ? Optional.of(one) : Optional.empty();
        Known known = known(due, decided);
        try {
            String unsubscribe = links.of(DecidedContact.id(due)).orElse("");
            Message message = writing.write(due, variant, known, coupon, recommended, unsubscribe);
            return new DecidedContact(
                    due,
                    known.card().id(),
                    day(known, decided),
                    Decision.SENT,
                    null,
                    Optional.of(variant),
                    message,
                    coupon.map(StoredCoupon::id).orElse(null));
        } catch (CodedException failed) {
            LOG.warnf(
                    "A message of campaign %s cannot be written: %s",
                    due.campaign().id(), failed.code());
            return plain(due, decided, Decision.SUPPRESSED, Reason.TEMPLATE_FAILED, Optional.of(variant));
        }
    }

    private static @Nullable Reason reason(IssueOutcome issued) {
        return switch (issued) {
            case IssueOutcome.Issued _ -> null;
            case IssueOutcome.OutOfStock _ -> Reason.OUT_OF_STOCK;
            case IssueOutcome.OutOfBudget _ -> Reason.OUT_OF_BUDGET;
            case IssueOutcome.CustomerLimit _ -> Reason.CUSTOMER_LIMIT;
            case IssueOutcome.BenefitEnded _ -> Reason.BENEFIT_ENDED;
        };
    }

    private static DecidedContact plain(
            Due due, Decided decided, Decision decision, @Nullable Reason reason, Optional<Variant> variant) {
        Known known = known(due, decided);
        return new DecidedContact(due, known.card().id(), day(known, decided), decision, reason, variant, null, null);
    }

    private static Known known(Due due, Decided decided) {
        Known known = decided.known().get(decided.batch().card(due).id());
        if (known == null) {
            throw new IllegalStateException("a customer was decided about who is not known");
        }
        return known;
    }

    private static LocalDate day(Known known, Decided decided) {
        return decided.now().atZone(known.zone()).toLocalDate();
    }

    /** The contacts' cost, and that of their coupons at most, by campaign. */
    private static Map<String, Long> spending(List<DecidedContact> contacts, Decided decided) {
        Map<String, Long> spending = new HashMap<>();
        for (DecidedContact contact : contacts) {
            long cost = contact.costMillionths() + couponCost(contact, decided);
            if (cost > 0) {
                spending.merge(contact.due().campaign().id(), cost, Long::sum);
            }
        }
        return spending;
    }

    /** What the coupon of a contact may cost at most, in millionths. */
    static long couponCost(DecidedContact contact, Decided decided) {
        return decided.issued().get(contact.id()) instanceof IssueOutcome.Issued(StoredCoupon issued)
                        && contact.coupon() != null
                ? issued.held()
                : 0;
    }

    /** The coupons that were issued just now for messages that cannot be written. */
    static List<StoredCoupon> unsent(List<DecidedContact> contacts, Decided decided) {
        Instant now = decided.now().truncatedTo(ChronoUnit.MICROS);
        List<StoredCoupon> unsent = new ArrayList<>();
        for (DecidedContact contact : contacts) {
            if (contact.reason() == Reason.TEMPLATE_FAILED
                    && decided.issued().get(contact.id()) instanceof IssueOutcome.Issued(StoredCoupon issued)
                    && !issued.issuedAt().isBefore(now)) {
                unsent.add(issued);
            }
        }
        return unsent;
    }

    private static List<Queued> queued(List<DecidedContact> contacts, Decided decided) {
        return contacts.stream()
                .filter(DecidedContact::toBeDelivered)
                .map(contact -> queued(contact, known(contact.due(), decided).card(), decided.now()))
                .toList();
    }

    /** The delivery of a contact that is to be delivered, to a customer with an address. */
    static Queued queued(DecidedContact contact, ContactCard card, Instant now) {
        Variant variant = contact.variant().orElseThrow();
        String address = variant.channel() == Channel.EMAIL
                ? EmailAddress.of(card.traits().getOrDefault("email", ""))
                        .map(EmailAddress::text)
                        .orElseThrow()
                : null;
        return new Queued(contact.id(), variant.channel(), variant.webhook().orElse(null), address, now);
    }
}
