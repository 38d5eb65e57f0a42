package io.clientele.campaign.trigger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.StoredCampaign;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code schedule}: which occurrence of each campaign comes next, and how far its members were read. */
final class ScheduleRows {

    private ScheduleRows() {}

    /** A campaign whose occurrence has begun. */
    record Row(String campaign, int occurrence, @Nullable String after) {}

    /** Notes an occurrence, unless one is noted for this version already, be it past. */
    static Uni<Void> prepare(SqlConnection transaction, StoredCampaign campaign, int occurrence, Instant begins) {
        return transaction
                .preparedQuery("""
                        INSERT INTO schedule (campaign_id, version, occurrence, begins_at) VALUES ($1, $2, $3, $4)
                        ON CONFLICT (campaign_id) DO UPDATE SET version = excluded.version,
                            occurrence = excluded.occurrence, begins_at = excluded.begins_at, after_customer = NULL
                            WHERE schedule.version <> excluded.version""")
                .execute(Tuple.of(campaign.id(), campaign.version(), occurrence, Enrolments.time(begins)))
                .replaceWithVoid();
    }

    /** Those of these campaigns of which no occurrence is noted for their version, be it past. */
    static Uni<List<StoredCampaign>> unprepared(SqlConnection connection, List<StoredCampaign> campaigns) {
        return connection
                .preparedQuery("SELECT campaign_id, version FROM schedule WHERE campaign_id = ANY($1)")
                .execute(Tuple.of(
                        (Object) campaigns.stream().map(StoredCampaign::id).toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Integer> noted = new HashMap<>();
                    rows.forEach(row -> noted.put(row.getString(0), row.getInteger(1)));
                    return campaigns.stream()
                            .filter(campaign -> !Objects.equals(noted.get(campaign.id()), campaign.version()))
                            .toList();
                });
    }

    static Uni<Optional<Row>> due(SqlConnection transaction, Instant now, List<String> campaigns) {
        return transaction
                .preparedQuery("""
                        SELECT campaign_id, occurrence, after_customer FROM schedule
                        WHERE begins_at <= $1 AND campaign_id = ANY($2)
                        ORDER BY begins_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .execute(Tuple.of(Enrolments.time(now), campaigns.toArray(String[]::new)))
                .map(rows -> {
                    for (var row : rows) {
                        return Optional.of(new Row(row.getString(0), row.getInteger(1), row.getString(2)));
                    }
                    return Optional.empty();
                });
    }

    static Uni<Void> reached(SqlConnection transaction, Row row, String after) {
        return transaction
                .preparedQuery("UPDATE schedule SET after_customer = $2 WHERE campaign_id = $1")
                .execute(Tuple.of(row.campaign(), after))
                .replaceWithVoid();
    }

    static Uni<Void> next(SqlConnection transaction, Row row, int occurrence, Instant begins) {
        return transaction
                .preparedQuery("""
                        UPDATE schedule SET occurrence = $2, begins_at = $3, after_customer = NULL
                        WHERE campaign_id = $1""")
                .execute(Tuple.of(row.campaign(), occurrence, Enrolments.time(begins)))
                .replaceWithVoid();
    }

    /** Nothing comes after it; the row stays, so that it does not begin anew. */
    static Uni<Void> over(SqlConnection transaction, Row row) {
        return transaction
                .preparedQuery(
                        "UPDATE schedule SET begins_at = 'infinity', after_customer = NULL WHERE campaign_id = $1")
                .execute(Tuple.of(row.campaign()))
                .replaceWithVoid();
    }
}
