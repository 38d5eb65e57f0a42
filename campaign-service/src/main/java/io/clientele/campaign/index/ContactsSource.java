package io.clientele.campaign.index;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.ContactsIndex;
import io.clientele.contract.index.IndexNames;
import io.clientele.index.IndexSource;
import io.clientele.index.Reading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** Contacts as the documents of their index. */
@ApplicationScoped
class ContactsSource implements IndexSource {

    private final Clock clock;
    private final IndexConfig config;

    ContactsSource(Clock clock, IndexConfig config) {
        this.clock = clock;
        this.config = config;
    }

    @Override
    public IndexNames names() {
        return ContactsIndex.NAMES;
    }

    @Override
    public Uni<ObjectNode> creation(long generation) {
        return Uni.createFrom().item(ContactsIndex.creation(generation, config.shards(), config.replicas()));
    }

    /** Test sends and contacts of erased customers have no document. */
    @Override
    public Uni<Reading> read(SqlClient client, Collection<String> ids) {
        // Two statements, in this order: what another instance reads later has a higher version, and shows no less.
        return client.preparedQuery("SELECT nextval('contact_document_version')")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(version ->
                        load(client, ids, version).map(documents -> new Reading(documents, OptionalLong.of(version))));
    }

    private Uni<List<ContactDocument>> load(SqlClient client, Collection<String> ids, long version) {
        Instant now = clock.instant();
        return client.preparedQuery("""
                        SELECT contact.id AS contact_id, contact.campaign_id, contact.campaign_version::numeric,
                            contact.customer_id, entered_at, decided_at, local_day, decision, reason, variant, channel,
                            status, status_at, read_at, dismissed_at,
                            cost_millionths::numeric AS cost, contact.currency,
                            coupon.benefit_id, coupon.state AS coupon_state,
                            redemption.discount_millionths::numeric AS discount, redemption.currency AS discount_currency,
                            least(followed.orders, 1)::numeric AS converted, followed.orders::numeric AS orders,
                            followed.revenue, followed.revenue_currency
                        FROM contact
                        LEFT JOIN coupon ON coupon.id = contact.coupon_id
                        LEFT JOIN redemption ON redemption.coupon_id = coupon.id AND redemption.reversed_at IS NULL
                        LEFT JOIN LATERAL (
                            SELECT count(*) AS orders, min(main_currency) AS revenue_currency,
                                sum(revenue_millionths) FILTER (WHERE currency = main_currency) AS revenue
                            FROM (
                                SELECT revenue_millionths, currency, min(currency) OVER () AS main_currency
                                FROM campaign_order
                                WHERE campaign_order.campaign_id = contact.campaign_id
                                    AND campaign_order.customer_id = contact.customer_id
                                    AND campaign_order.contact_id = contact.id
                            ) AS placed
                        ) AS followed ON true
                        WHERE contact.id = ANY($1) AND NOT test AND contact.customer_id NOT LIKE 'erased:%'""")
                .execute(Tuple.of((Object) ids.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> ContactDocument.of(row, version, now))
                        .toList());
    }

    @Override
    public Uni<List<String>> idsAfter(SqlClient client, String after, int limit) {
        return client.preparedQuery("SELECT id FROM contact WHERE id > $1 ORDER BY id LIMIT $2")
                .execute(Tuple.of(after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }
}
