package io.clientele.campaign.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.audience.ContactCards;
import io.clientele.campaign.benefit.Coupons;
import io.clientele.campaign.consent.Consents;
import io.clientele.campaign.definition.CampaignBook;
import io.clientele.campaign.definition.ShopConfig;
import io.clientele.campaign.policy.setting.ContactPolicies;
import io.clientele.campaign.recommendation.SimilarProducts;
import io.clientele.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;

/** The live way of deciding, at whichever time it is said to be. */
@ApplicationScoped
public class LiveDecisions {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BATCH = 1_000;

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

    LiveDecisions(
            Database database,
            CampaignBook book,
            ContactCards cards,
            Consents consents,
            ContactPolicies policies,
            Coupons coupons,
            SimilarProducts products,
            Outcome outcome,
            ShopConfig shop,
            DecisionConfig config) {
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
    }

    /** Decides about everything of a campaign that is due before an instant, each the moment it is due. */
    public void until(String campaign, Instant end) {
        Optional<Instant> next = next(campaign, end);
        while (next.isPresent()) {
            round(next.get()).run(BATCH).await().atMost(PATIENCE);
            next = next(campaign, end);
        }
    }

    private DecisionRound round(Instant now) {
        return new DecisionRound(
                database,
                book,
                cards,
                consents,
                policies,
                coupons,
                products,
                outcome,
                shop,
                config,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private Optional<Instant> next(String campaign, Instant end) {
        return database.onConnection(connection -> connection
                        .preparedQuery("""
                                SELECT min(due_at) FROM enrolment WHERE campaign_id = $1 AND NOT decided AND due_at < $2""")
                        .execute(Tuple.of(campaign, end.atOffset(ZoneOffset.UTC)))
                        .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime(0))
                                .map(at -> at.toInstant())))
                .await()
                .atMost(PATIENCE);
    }
}
