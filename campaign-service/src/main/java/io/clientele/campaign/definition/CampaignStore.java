package io.clientele.campaign.definition;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables {@code campaign}, {@code campaign_version} and {@code campaigns_change}; all their statements. */
@ApplicationScoped
class CampaignStore {

    private static final String COLUMNS = "definition::text, version, state, launched_at, changed_at, changed_by";

    private final ShopConfig shop;

    CampaignStore(ShopConfig shop) {
        this.shop = shop;
    }

    /** Every campaign, by id. */
    public Uni<List<StoredCampaign>> all(SqlClient client) {
        return client.preparedQuery("SELECT " + COLUMNS + " FROM campaign ORDER BY id")
                .execute()
                .map(this::campaigns);
    }

    /** Those of these ids that there are, by id. */
    public Uni<List<StoredCampaign>> find(SqlClient client, Collection<String> ids) {
        return client.preparedQuery("SELECT " + COLUMNS + " FROM campaign WHERE id = ANY($1) ORDER BY id")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(this::campaigns);
    }

    /** The campaign of this id. */
    public Uni<Optional<StoredCampaign>> find(SqlClient client, String id) {
        return find(client, List.of(id)).map(found -> found.stream().findFirst());
    }

    /** A version of a campaign, in the state that the campaign is in. */
    Uni<Optional<StoredCampaign>> version(SqlClient client, String id, int version) {
        return client.preparedQuery("""
                        SELECT past.definition::text, past.version, state, launched_at, past.changed_at, past.changed_by
                        FROM campaign_version AS past JOIN campaign ON campaign.id = campaign_id
                        WHERE campaign_id = $1 AND past.version = $2""")
                .execute(Tuple.of(id, version))
                .map(rows -> campaigns(rows).stream().findFirst());
    }

    /** The ids of campaigns whose audience is one of these segments, with the segment first. */
    Uni<List<StoredCampaign>> ofSegments(SqlClient client, Collection<String> segments) {
        return client.preparedQuery("SELECT " + COLUMNS + " FROM campaign WHERE audience_segment = ANY($1) ORDER BY id")
                .execute(Tuple.of(segments.toArray(String[]::new)))
                .map(this::campaigns);
    }

    /** The number of the last change, and whether everything is stopped. */
    public Uni<Sending> sending(SqlClient client) {
        return client.preparedQuery("SELECT number, stopped FROM campaigns_change")
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Sending(row.getLong(0), row.getBoolean(1)));
    }

    /** Stops everything or lets it go on. */
    Uni<Sending> setSending(SqlConnection transaction, boolean stopped) {
        return transaction
                .preparedQuery("UPDATE campaigns_change SET number = number + 1, stopped = $1 RETURNING number")
                .execute(Tuple.of(stopped))
                .map(rows -> new Sending(rows.iterator().next().getLong(0), stopped));
    }

    /** Lets one definition at a time of a campaign be written, until the transaction ends, be it new or not. */
    Uni<Void> lock(SqlConnection transaction, String id) {
        return transaction
                .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended('campaign:' || $1::text, 0))")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    /** Counts a change; holds off every other change until the transaction ends. */
    Uni<Void> raise(SqlConnection transaction) {
        return transaction
                .preparedQuery("UPDATE campaigns_change SET number = number + 1")
                .execute()
                .replaceWithVoid();
    }

    /** Stores a definition with the next version, and keeps it as a version. */
    Uni<Void> put(SqlConnection transaction, CampaignInput input, CampaignDefinition definition, String who) {
        return transaction
                .preparedQuery("""
                        WITH stored AS (
                            INSERT INTO campaign (id, version, state, definition, audience_segment, changed_by)
                            VALUES ($1, 1, 'DRAFT', $2::text::jsonb, $3, $4)
                            ON CONFLICT (id) DO UPDATE SET version = campaign.version + 1,
                                definition = excluded.definition, audience_segment = excluded.audience_segment,
                                changed_at = now(), changed_by = excluded.changed_by
                            RETURNING *)
                        INSERT INTO campaign_version (campaign_id, version, definition, changed_at, changed_by)
                        SELECT id, version, definition, changed_at, changed_by FROM stored""")
                .execute(Tuple.of(
                        definition.id(),
                        CampaignJson.write(input),
                        definition.audience().segment().orElse(null),
                        who))
                .replaceWithVoid();
    }

    /** Moves a campaign to another state. */
    Uni<Void> move(SqlConnection transaction, String id, CampaignState state, Instant now, String who) {
        return transaction
                .preparedQuery("""
                        UPDATE campaign SET state = $2, changed_at = $3, changed_by = $4,
                            launched_at = CASE WHEN $2 = 'RUNNING' THEN coalesce(launched_at, $3) ELSE launched_at END,
                            ended_at = CASE WHEN $2 = 'ENDED' THEN $3 END
                        WHERE id = $1""")
                .execute(Tuple.of(id, state.name(), now.atOffset(ZoneOffset.UTC), who))
                .replaceWithVoid();
    }

    private List<StoredCampaign> campaigns(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(this::campaign)
                .toList();
    }

    private StoredCampaign campaign(Row row) {
        CampaignInput input = CampaignJson.read(row.getString(0));
        return new StoredCampaign(
                input,
                CampaignReading.read(input, shop.currency()).definition(),
                row.getInteger(1),
                CampaignState.valueOf(row.getString(2)),
                Optional.ofNullable(instant(row.getOffsetDateTime(3))),
                row.getOffsetDateTime(4).toInstant(),
                row.getString(5));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
