package io.clientele.profile.rekey;

import java.time.Duration;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Tells how long funnel-service may still be at work on what it was asked of some homes. */
@ApplicationScoped
public class RekeysUnderWay {

    private final Duration lease;

    RekeysUnderWay(RekeyConfig config) {
        this.lease = RekeySender.lease(config);
    }

    /**
     * The longest that a request under way may take; zero if there is none. A task that was leased, or failed, may be
     * under way; so may one that a decision of late has replaced.
     */
    public Uni<Duration> longest(SqlConnection transaction, Collection<String> homes) {
        return transaction
                .preparedQuery("""
                        SELECT EXISTS (
                            SELECT FROM rekey_task
                            WHERE home = ANY($1) AND (attempts > 0 OR not_before > now()))
                        OR EXISTS (
                            SELECT FROM rekey_decision
                            WHERE home = ANY($1)
                                AND number > (extract(epoch FROM clock_timestamp()) * 1000000)::bigint - $2)""")
                .execute(Tuple.of(homes.toArray(String[]::new), lease.toMillis() * 1_000))
                .map(rows -> rows.iterator().next().getBoolean(0) ? lease : Duration.ZERO);
    }
}
