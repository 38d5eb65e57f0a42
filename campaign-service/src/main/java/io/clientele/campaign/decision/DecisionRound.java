package io.clientele.campaign.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.audience.ContactCards;
import io.clientele.campaign.benefit.Coupons;
import io.clientele.campaign.benefit.IssueOutcome;
import io.clientele.campaign.benefit.IssueRequest;
import io.clientele.campaign.consent.Consents;
import io.clientele.campaign.consent.Permissions;
import io.clientele.campaign.definition.CampaignBook;
import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.ShopConfig;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.policy.rules.CapPeriod;
import io.clientele.campaign.policy.setting.ContactPolicies;
import io.clientele.campaign.recommendation.RecommendedProduct;
import io.clientele.campaign.recommendation.SimilarProducts;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Decides about a batch of due enrolments in one transaction: all of it happens, or nothing. */
@ApplicationScoped
class DecisionRound {

    private static final Duration SET_ASIDE = Duration.ofHours(1);

    private final Database database;
    private final CampaignBook book;
    private final ContactCards cards;
    private final Consents consents;
    private final ContactPolicies policies;
    private final Coupons coupons;
    private final SimilarProducts products;
    private final Outcome outcome;
    private final ShopConfig shop;
    private final DecisionConfig config;
    private final Clock clock;

    DecisionRound(
            Database database,
            CampaignBook book,
            ContactCards cards,
            Consents consents,
            ContactPolicies policies,
            Coupons coupons,
            SimilarProducts products,
            Outcome outcome,
            ShopConfig shop,
            DecisionConfig config,
            Clock clock) {
        this.database = database;
        this.book = book;
        this.cards = cards;
        this.consents = consents;
        this.policies = policies;
        this.coupons = coupons;
        this.products = products;
        this.outcome = outcome;
        this.shop = shop;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Decides about what is due.
     *
     * @param most enrolments
     * @return how many enrolments it took, those included that wait again
     */
    Uni<Integer> run(int most) {
        Instant now = clock.instant();
        return database.inTransaction(transaction -> book.current(transaction)
                .chain(edition -> edition.sending().stopped()
                        ? Uni.createFrom().item(0)
                        : take(transaction, edition, now, most)));
    }

    /** Has the first enrolment that is due wait for an hour. */
    Uni<Void> setAside() {
        Instant now = clock.instant();
        return database.inTransaction(transaction -> book.current(transaction)
                .chain(edition -> DecisionRows.take(transaction, edition, paused(edition), waiting(edition), now, 1))
                .chain(due -> {
                    Map<Due, Verdict.Postpone> later = new LinkedHashMap<>();
                    due.forEach(one -> later.put(one, new Verdict.Postpone(now.plus(SET_ASIDE), one.timed())));
                    return ContactWriting.postpone(transaction, later);
                }));
    }

    private static List<String> paused(Edition edition) {
        return edition.in(CampaignState.PAUSED).stream().map(StoredCampaign::id).toList();
    }

    private static List<String> waiting(Edition edition) {
        return edition.campaigns().values().stream()
                .filter(campaign -> !campaign.definition().until().isEmpty()
                        && campaign.definition().wholeWait().isPositive())
                .map(StoredCampaign::id)
                .toList();
    }

    private Uni<Integer> take(SqlConnection transaction, Edition edition, Instant now, int most) {
        return DecisionRows.take(transaction, edition, paused(edition), waiting(edition), now, most)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : cards.load(due.stream().map(Due::customer).toList())
                                .map(found -> Batch.of(due, found, now.minus(config.patience())))
                                // Asked before anybody is locked, for all who may get a message.
                                .chain(batch -> products.of(categories(batch))
                                        .chain(recommended -> decide(transaction, batch, recommended, now)))
                                .replaceWith(due.size()));
    }

    private Uni<Void> decide(
            SqlConnection transaction, Batch batch, Map<String, List<RecommendedProduct>> recommended, Instant now) {
        Gathered gathered = new Gathered();
        Set<String> customers = batch.customers().keySet();
        LocalDate today = now.atZone(shop.zone()).toLocalDate();
        // A day earlier than anybody's calendar shows.
        LocalDate since = CapPeriod.earliest(now.atZone(ZoneOffset.ofHours(-12)).toLocalDate());
        return DecisionRows.lock(transaction, customers)
                .chain(() -> DecisionRows.merge(transaction, batch.formerIds()))
                .chain(() -> DecisionRows.entered(
                        transaction, batch.campaignsEnteredSeldom(), batch.campaignsOfSilence(), customers))
                .invoke(entered -> gathered.entered = entered)
                .chain(() -> consents.load(
                        transaction,
                        batch.customers().values().stream()
                                .map(Known::recipient)
                                .toList()))
                .invoke(permissions -> gathered.permissions = permissions)
                .chain(() ->
                        DecisionRows.halts(transaction, batch.campaigns(), batch.campaignsOfSilence(), batch.allIds()))
                .invoke(halts -> gathered.halts = halts)
                .chain(() -> policies.current(transaction))
                .invoke(inForce -> gathered.rules =
                        new Deciding.Rules(inForce.policy(), consents.policy(), shop.zone(), config.mostLate()))
                .chain(() -> ContactWriting.past(transaction, customers, since))
                .chain(past -> DecisionRows.spent(transaction, batch.campaigns(), today)
                        .chain(spent -> coupons.greatestCosts(transaction, benefits(batch))
                                .map(most -> new Deciding(gathered.rules(), now, past, spent, most))))
                .map(deciding -> verdicts(batch, gathered, deciding))
                .chain(verdicts -> issue(transaction, batch, verdicts, now)
                        .chain(issued -> outcome.store(
                                transaction,
                                new Outcome.Decided(
                                        batch, verdicts, gathered.known, issued, recommended, now, today))));
    }

    /** The categories whose products messages may recommend, each as often as that may be. */
    private static List<String> categories(Batch batch) {
        List<String> categories = new ArrayList<>();
        for (Due due : batch.ready()) {
            due.campaign().definition().variants().stream()
                    .flatMap(variant -> Writing.category(due, variant).stream())
                    .distinct()
                    .forEach(categories::add);
        }
        return categories;
    }

    /** What is read on the way to a decision. */
    private static final class Gathered {

        private Map<String, Map<String, NavigableSet<Instant>>> entered = Map.of();
        private Map<String, Permissions> permissions = Map.of();
        private Map<List<String>, Instant> halts = Map.of();
        private Deciding.@Nullable Rules rules;
        private final Map<String, Known> known = new HashMap<>();

        Deciding.Rules rules() {
            return Objects.requireNonNull(rules);
        }
    }

    private static List<String> benefits(Batch batch) {
        return batch.ready().stream()
                .flatMap(due -> due.campaign().definition().variants().stream())
                .flatMap(variant -> variant.benefit().stream())
                .distinct()
                .toList();
    }

    private Map<Due, Verdict> verdicts(Batch batch, Gathered gathered, Deciding deciding) {
        batch.customers()
                .forEach((id, card) -> gathered.known.put(
                        id,
                        Known.of(
                                card,
                                shop.zone(),
                                gathered.permissions.getOrDefault(id, Permissions.NONE),
                                gathered.entered.getOrDefault(id, Map.of()))));
        Map<Due, Verdict> verdicts = new LinkedHashMap<>();
        for (Due due : batch.ready()) {
            Known known =
                    Objects.requireNonNull(gathered.known.get(batch.card(due).id()));
            verdicts.put(due, deciding.decide(due, known, batch.halted(due, gathered.halts)));
        }
        return verdicts;
    }

    private Uni<Map<String, IssueOutcome>> issue(
            SqlConnection transaction, Batch batch, Map<Due, Verdict> verdicts, Instant now) {
        return coupons.issue(transaction, requests(batch, verdicts, now));
    }

    /** The coupons that verdicts ask for, in their order. */
    static List<IssueRequest> requests(Batch batch, Map<Due, Verdict> verdicts, Instant now) {
        List<IssueRequest> requests = new ArrayList<>();
        verdicts.forEach((due, verdict) -> {
            if (verdict instanceof Verdict.Send(var variant)
                    && variant.benefit().isPresent()) {
                String contact = DecidedContact.id(due);
                requests.add(new IssueRequest(
                        contact,
                        variant.benefit().get(),
                        batch.card(due).id(),
                        batch.card(due).ids(),
                        contact,
                        now));
            }
        });
        return requests;
    }
}
