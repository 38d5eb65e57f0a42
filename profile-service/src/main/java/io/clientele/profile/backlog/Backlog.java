package io.clientele.profile.backlog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.eclipse.microprofile.graphql.Description;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** Work that waits; what waits to be indexed is told by {@link io.clientele.profile.index.CustomersIndexState}. */
@Description("Work that waits, beside what customersIndex tells of the index.")
public record Backlog(
        @Description("Runs of events that funnel-service has still to move under another customer.")
        long moves,

        @Description(
                "Customers to be evaluated again: since somebody asked, a definition or the value scale changed, or"
                        + " time passed.")
        long evaluations) {

    static Uni<Backlog> read(SqlClient client, Instant now) {
        return client.preparedQuery("""
                        SELECT
                            (SELECT count(*) FROM rekey_task),
                            (SELECT count(*) FROM review_request)
                                + (SELECT count(*) FROM customer
                                    WHERE definitions_version < (SELECT version FROM definitions_version)
                                        OR scale < (SELECT number FROM value_scale)
                                        OR next_review_at <= $1)""")
                .execute(Tuple.of(OffsetDateTime.ofInstant(now, ZoneOffset.UTC)))
                .map(rows -> of(rows.iterator().next()));
    }

    private static Backlog of(Row row) {
        return new Backlog(row.getLong(0), row.getLong(1));
    }
}
