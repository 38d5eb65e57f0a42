package io.clientele.campaign.benefit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.benefit.terms.Percent;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import static io.clientele.campaign.benefit.TestBenefits.TWENTY_FROM_FIFTY;
import static io.clientele.campaign.benefit.TestBenefits.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class IssueQuarkusTest {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Inject
    TestBenefits benefits;

    @Inject
    Database database;

    @Inject
    Coupons coupons;

    @Test
    void givesTheLastOfTheStockToWhoAsksFirst() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 2, null, 1);

        Map<String, IssueOutcome> outcomes =
                benefits.issue(List.of(request(benefit, "c1"), request(benefit, "c2"), request(benefit, "c3")));

        assertThat(outcomes.values())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Issued", "Issued", "OutOfStock");
        assertThat(benefits.benefit(benefit).stockLeft()).hasValue(0);
        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(2, 40 * UNIT, 0, 2, 0));
    }

    @Test
    void reservesWhatACouponCanCostOfTheBudget() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, null, 50 * UNIT, 1);

        Map<String, IssueOutcome> outcomes =
                benefits.issue(List.of(request(benefit, "c1"), request(benefit, "c2"), request(benefit, "c3")));

        assertThat(outcomes.values()).last().isEqualTo(new IssueOutcome.OutOfBudget());
        assertThat(benefits.benefit(benefit).budgetLeft()).hasValue(10 * UNIT);
    }

    @Test
    void keepsTheLimitOfACustomerWithinACallAndOverCalls() {
        String benefit = benefits.unlimited(2);

        assertThat(benefits.issue(List.of(request(benefit, "c1"), request(benefit, "c1"), request(benefit, "c1")))
                        .values())
                .last()
                .isEqualTo(new IssueOutcome.CustomerLimit());
        assertThat(benefits.issue(List.of(request(benefit, "c1"))).values())
                .containsExactly(new IssueOutcome.CustomerLimit());
        assertThat(benefits.issue(List.of(request(benefit, "c2"))).values())
                .allMatch(outcome -> outcome instanceof IssueOutcome.Issued);
    }

    @Test
    void keepsTheLimitOfACustomerWhoWasKnownByAnotherId() {
        String benefit = benefits.unlimited(1);
        benefits.issue(request(benefit, "anon:before"));

        assertThat(benefits.issue(List.of(new IssueRequest(
                                UUID.randomUUID().toString(), benefit, "after", Set.of("anon:before"), "contact", now)))
                        .values())
                .containsExactly(new IssueOutcome.CustomerLimit());
    }

    @Test
    void rehearsesTheLimitOfACustomerWhoWasKnownByAnotherId() {
        String benefit = benefits.unlimited(1);
        benefits.issue(request(benefit, "anon:earlier"));
        Set<String> ids = Set.of("anon:earlier", "later");

        CouponRehearsal rehearsal =
                benefits.wait(database.onConnection(connection -> coupons.rehearse(connection, List.of(benefit))
                        .call(begun -> begun.know(connection, List.of(benefit), ids))));

        assertThat(rehearsal.decide(new IssueRequest("c", benefit, "later", ids, "contact", now)))
                .isEqualTo(new IssueOutcome.CustomerLimit());
    }

    @Test
    void rehearsesThatWhatReachedNobodyIsThereForOthers() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 1, 20 * UNIT, 1);
        CouponRehearsal rehearsal =
                benefits.wait(database.onConnection(connection -> coupons.rehearse(connection, List.of(benefit))));

        if (rehearsal.decide(request(benefit, "c1")) instanceof IssueOutcome.Issued(StoredCoupon unsent)) {
            rehearsal.withdraw(unsent);
        }

        assertThat(rehearsal.decide(request(benefit, "c2"))).isInstanceOf(IssueOutcome.Issued.class);
        assertThat(rehearsal.decide(request(benefit, "c3"))).isEqualTo(new IssueOutcome.OutOfStock());
    }

    @Test
    void givesTheSameCouponAgainWhenItIsAskedForAgain() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 1, 20 * UNIT, 1);
        IssueRequest request = request(benefit, "c1");
        StoredCoupon first = benefits.issue(request);

        Map<String, IssueOutcome> again = benefits.issue(List.of(request, request));

        assertThat(again).isEqualTo(Map.of(request.couponId(), new IssueOutcome.Issued(first)));
        assertThat(benefits.coupon(first.id())).isEqualTo(first);
        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(1, 20 * UNIT, 0, 1, 0));
    }

    @Test
    void leavesNothingBehindIfTheTransactionFails() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 1, null, 1);
        IssueRequest request = request(benefit, "c1");

        assertThatThrownBy(() ->
                        benefits.wait(database.inTransaction(transaction -> coupons.issue(transaction, List.of(request))
                                .chain(issued -> Uni.createFrom().failure(new IllegalStateException("power cut"))))))
                .hasMessage("power cut");

        assertThat(benefits.coupon(request.couponId())).isNull();
        assertThat(benefits.benefit(benefit).stockLeft()).hasValue(1);
    }

    @Test
    void issuesNothingOfABenefitWhoseTimeIsOver() {
        String benefit = benefits.unlimited(1);
        benefits.set("valid_until = now() - interval '1 second'", benefit);

        assertThat(benefits.issue(List.of(request(benefit, "c1"), request("no-such", "c1")))
                        .values())
                .containsExactly(new IssueOutcome.BenefitEnded(), new IssueOutcome.BenefitEnded());
    }

    @Test
    void expiresWhicheverComesFirst() {
        String benefit = benefits.unlimited(2);
        benefits.set("valid_for = 'PT48H', valid_until = '2100-01-01T00:00:00Z'", benefit);
        assertThat(benefits.issue(request(benefit, "c1")).expiresAt()).isEqualTo(now.plus(Duration.ofDays(2)));

        Instant end = now.plus(Duration.ofHours(1));
        benefits.set("valid_until = '" + end + "'", benefit);
        assertThat(benefits.issue(request(benefit, "c1")).expiresAt()).isEqualTo(end);
    }

    @Test
    void neverIssuesMoreThanTheStockToManyAtATime() {
        String one = benefits.add(TWENTY_FROM_FIFTY, 50, null, 1);
        String other = benefits.add(TWENTY_FROM_FIFTY, 30, null, 1);
        List<Uni<Map<String, IssueOutcome>>> calls = IntStream.range(0, 40)
                .mapToObj(call -> {
                    List<IssueRequest> requests = new ArrayList<>();
                    // In both orders, so that calls that lock as they are asked would end in a deadlock.
                    for (String benefit : call % 2 == 0 ? List.of(one, other) : List.of(other, one)) {
                        IntStream.range(0, 5)
                                .forEach(i -> requests.add(request(benefit, "customer-" + call + "-" + i)));
                    }
                    return database.inTransaction(transaction -> coupons.issue(transaction, requests));
                })
                .toList();

        List<Map<String, IssueOutcome>> outcomes =
                benefits.wait(Uni.join().all(calls).andFailFast());

        assertThat(outcomes.stream().flatMap(all -> all.values().stream()))
                .filteredOn(outcome -> outcome instanceof IssueOutcome.Issued)
                .hasSize(80);
        assertThat(benefits.benefit(one).stockLeft()).hasValue(0);
        assertThat(benefits.benefit(other).tally().issued()).isEqualTo(30);
    }

    @Test
    void keepsAThousandCouponsWithTheTermsOfTheirIssue() {
        String benefit = benefits.unlimited(1);
        List<IssueRequest> requests = IntStream.range(0, 1_000)
                .mapToObj(i -> request(benefit, "many-" + i))
                .toList();

        Map<String, IssueOutcome> outcomes = benefits.issue(requests);

        assertThat(outcomes)
                .hasSize(1_000)
                .allSatisfy((id, outcome) -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                IssueOutcome.Issued.class,
                                issued -> assertThat(issued.coupon().terms()).isEqualTo(TWENTY_FROM_FIFTY)));
        assertThat(outcomes.values().stream()
                        .map(outcome -> ((IssueOutcome.Issued) outcome).coupon().code())
                        .distinct())
                .hasSize(1_000)
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
    }

    @Test
    void holdsNothingOfABudgetForACouponWithoutBound() {
        String benefit = benefits.add(new Percent("CNY", BigDecimal.TEN, OptionalLong.empty(), 0), null, null, 1);

        assertThat(benefits.issue(request(benefit, "c1")).held()).isZero();
    }

    private IssueRequest request(String benefit, String customer) {
        return new IssueRequest(UUID.randomUUID().toString(), benefit, customer, "contact", now);
    }
}
