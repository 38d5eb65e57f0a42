package io.clientele.campaign.benefit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.benefit.terms.Terms;
import io.clientele.campaign.benefit.terms.TermsJson;
import io.clientele.campaign.benefit.terms.Threshold;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/** Benefits for tests, and what is stored of them. */
@ApplicationScoped
public class TestBenefits {

    static final long UNIT = 1_000_000;
    static final Terms TWENTY_FROM_FIFTY = new Threshold("CNY", 20 * UNIT, 50 * UNIT);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final Coupons coupons;

    TestBenefits(Database database, Coupons coupons) {
        this.database = database;
        this.coupons = coupons;
    }

    /** A new benefit without limits but one of so many per customer. */
    String unlimited(int perCustomer) {
        return add(TWENTY_FROM_FIFTY, null, null, perCustomer);
    }

    String add(Terms terms, @Nullable Integer stock, @Nullable Long budget, int perCustomer) {
        CampaignStack.awaitSchema();
        String id = "b" + UUID.randomUUID();
        run(
                """
                INSERT INTO benefit (id, name, version, terms, currency, stock, budget_millionths, per_customer_limit,
                    changed_by)
                VALUES ($1, 'Benefit', 1, $2::text::jsonb, $3, $4, $5, $6, 'tester')""",
                Tuple.from(Arrays.asList(
                        id, TermsJson.write(terms).toString(), terms.currency(), stock, budget, perCustomer)));
        return id;
    }

    /** Changes a column of a benefit. */
    void set(String assignment, String id) {
        run("UPDATE benefit SET " + assignment + " WHERE id = $1", Tuple.of(id));
    }

    /** A new coupon of a customer. */
    StoredCoupon issue(IssueRequest request) {
        IssueOutcome outcome = issue(List.of(request)).get(request.couponId());
        if (outcome instanceof IssueOutcome.Issued issued) {
            return issued.coupon();
        }
        throw new AssertionError(request + " was answered " + outcome);
    }

    Map<String, IssueOutcome> issue(List<IssueRequest> requests) {
        return wait(database.inTransaction(transaction -> coupons.issue(transaction, requests)));
    }

    StoredBenefit benefit(String id) {
        return wait(database.onConnection(connection -> BenefitStore.find(connection, List.of(id))))
                .getFirst();
    }

    @Nullable
    StoredCoupon coupon(String id) {
        return wait(coupons.find(List.of(id))).get(id);
    }

    void run(String sql, Tuple values) {
        wait(database.onConnection(
                connection -> connection.preparedQuery(sql).execute(values).replaceWithVoid()));
    }

    <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
