package io.clientele.campaign.benefit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.database.Database;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Gives back what expired coupons held of stock and budget, so many at a time. Several instances do it beside each other:
 * what one works on, the others pass over. A coupon that is expired cannot be used before this has seen it.
 */
@ApplicationScoped
class Expiry {

    private static final Duration FIRST_RETRY = Duration.ofMillis(250);

    private final Database database;
    private final Clock clock;
    private final Duration rest;
    private final int most;
    private final Rounds rounds;

    Expiry(Database database, Clock clock, CouponConfig config) {
        this.database = database;
        this.clock = clock;
        this.rest = config.expireEvery();
        this.most = config.expireCoupons();
        this.rounds = new Rounds("expiring coupons", FIRST_RETRY, config.longestRetry(), this::round);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Duration> round() {
        return expire().map(expired -> expired == most ? Duration.ZERO : rest);
    }

    /** Expires coupons whose time is over; answers how many. */
    Uni<Integer> expire() {
        Instant now = clock.instant();
        return database.inTransaction(transaction -> CouponStore.benefitsWithExpired(transaction, now, most)
                .flatMap(benefits -> benefits.isEmpty()
                        ? Uni.createFrom().item(0)
                        : BenefitStore.lock(transaction, benefits)
                                .chain(() -> CouponStore.expired(transaction, benefits, now, most))
                                .flatMap(coupons -> expire(transaction, coupons))));
    }

    private static Uni<Integer> expire(SqlConnection transaction, List<StoredCoupon> coupons) {
        List<CouponChange> changes = coupons.stream()
                .map(coupon -> new CouponChange(coupon.id(), CouponState.EXPIRED, 0))
                .toList();
        return CouponStore.change(transaction, changes)
                .chain(() -> BenefitStore.change(transaction, givenBack(coupons)))
                .replaceWith(coupons.size());
    }

    private static Collection<TallyChange> givenBack(List<StoredCoupon> coupons) {
        Map<String, TallyChange> tallies = new TreeMap<>();
        for (StoredCoupon coupon : coupons) {
            TallyChange back = new TallyChange(coupon.benefitId(), -1, -coupon.held(), 0, 0);
            tallies.merge(coupon.benefitId(), back, TallyChange::plus);
        }
        return tallies.values();
    }
}
