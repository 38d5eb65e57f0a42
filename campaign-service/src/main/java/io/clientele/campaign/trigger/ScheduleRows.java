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
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code schedule}: which occurrence of each campaign comes next, and how far its members were read. */
final class ScheduleRows {

    private ScheduleRows() {}

    /** A campaign's occurrence, and how far its members were read. */
    record Row(String campaign, int occurrence, @Nullable String after) {}

    /** What is noted of a campaign, for whichever version; it is held until the transaction ends. */
    static Uni<Optional<Row>> noted(SqlConnection transaction, StoredCampaign campaign) {
        return transaction
                .preparedQuery(
                        "SELECT campaign_id, occurrence, after_customer FROM schedule WHERE campaign_id = $1 FOR UPDATE")
                .execute(Tuple.of(campaign.id()))
                .map(ScheduleRows::first);
    }

    /** Notes the first occurrence, unless one is noted already. */
    static Uni<Void> prepare(SqlConnection transaction, StoredCampaign campaign, int occurrence, Instant begins) {
        return transaction
                .preparedQuery("""
                        INSERT INTO schedule (campaign_id, version, occurrence, begins_at) VALUES ($1, $2, $3, $4)
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(campaign.id(), campaign.version(), occurrence, Enrolments.time(begins)))
                .replaceWithVoid();
    }

    /** Notes that the occurrence is this version's, too, if it begins at this instant; tells whether it does. */
    static Uni<Boolean> same(SqlConnection transaction, StoredCampaign campaign, Instant begins) {
        return transaction
                .preparedQuery("UPDATE schedule SET version = $2 WHERE campaign_id = $1 AND begins_at = $3")
                .execute(Tuple.of(campaign.id(), campaign.version(), Enrolments.time(begins)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Notes that what follows is noted for this version. */
    static Uni<Void> version(SqlConnection transaction, StoredCampaign campaign) {
        return transaction
                .preparedQuery("UPDATE schedule SET version = $2 WHERE campaign_id = $1")
                .execute(Tuple.of(campaign.id(), campaign.version()))
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

    /** The one of these campaigns' that began first, if it is noted for their version. */
    static Uni<Optional<Row>> due(SqlConnection transaction, Instant now, List<StoredCampaign> campaigns) {
        return transaction
                .preparedQuery("""
                        SELECT campaign_id, occurrence, after_customer FROM schedule
                        WHERE begins_at <= $1
                            AND (campaign_id, version) IN (SELECT * FROM unnest($2::text[], $3::integer[]))
                        ORDER BY begins_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .execute(Tuple.of(
                        Enrolments.time(now),
                        campaigns.stream().map(StoredCampaign::id).toArray(String[]::new),
                        campaigns.stream().map(StoredCampaign::version).toArray(Integer[]::new)))
                .map(ScheduleRows::first);
    }

    private static Optional<Row> first(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
        for (var row : rows) {
            return Optional.of(new Row(row.getString(0), row.getInteger(1), row.getString(2)));
        }
        return Optional.empty();
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
