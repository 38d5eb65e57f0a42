package io.clientele.profile.erasure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.CustomerDocument;
import io.clientele.profile.facts.Amounts;
import io.clientele.profile.facts.LedgerOrder;
import io.clientele.profile.fold.CustomerExtent;
import io.clientele.profile.fold.Forgetting;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.index.StoredCustomer;
import io.clientele.profile.index.StoredCustomers;
import io.clientele.profile.part.PartOrders;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads what PostgreSQL knows of a customer, as lines of JSON. */
@ApplicationScoped
class KnownOfCustomer {

    /** What stands in rows, in the order of the lines; {@code $1} are the customer's ids, as of {@link CustomerExtent}. */
    private static final Map<String, String> ROWS = rows();

    private final StoredCustomers customers;
    private final Forgetting forgetting;

    KnownOfCustomer(StoredCustomers customers, Forgetting forgetting) {
        this.customers = customers;
        this.forgetting = forgetting;
    }

    /**
     * What is known.
     *
     * @param extent whose events it was computed from
     */
    record Known(CustomerExtent extent, List<String> lines) {}

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("identityKey", "SELECT DISTINCT kind, value FROM identity_key WHERE node = ANY($1) ORDER BY 1, 2");
        rows.put("deviceClaim", """
                SELECT device, user_id AS "user", to_timestamp(at / 1000.0) AS at, message_id AS "messageId"
                FROM device_claim WHERE user_id = ANY($1) ORDER BY at, message_id""");
        rows.put("alias", """
                SELECT previous_id AS "previousId", user_id AS "user", to_timestamp(at / 1000.0) AS at,
                    message_id AS "messageId"
                FROM identity_alias WHERE user_id = ANY($1) OR previous_id = ANY($1) ORDER BY at, message_id""");
        rows.put("identityChange", """
                SELECT kind, from_id AS "from", into_id AS "into", to_timestamp(at / 1000.0) AS at,
                    message_id AS "messageId", source
                FROM identity_history WHERE from_id = ANY($1) OR into_id = ANY($1) ORDER BY id""");
        rows.put("manualTag", """
                SELECT tag_id AS tag, added_at AS "addedAt", added_by AS "addedBy", reason
                FROM customer_tag WHERE customer_id = ANY($1) ORDER BY tag_id""");
        rows.put("tagChange", """
                SELECT tag_id AS tag, added, changed_at AS at, changed_by AS by, reason
                FROM customer_tag_change WHERE customer_id = ANY($1) ORDER BY number""");
        rows.put("listedInSegment", """
                SELECT segment_id AS segment, listed_at AS "listedAt", listed_by AS "listedBy"
                FROM segment_listed WHERE customer_id = ANY($1) ORDER BY segment_id""");
        rows.put("membershipChange", """
                SELECT segment_id AS segment, entered, changed_at AS at
                FROM membership_change WHERE customer_id = ANY($1) ORDER BY number""");
        return rows;
    }

    /** Everything but the events. */
    Uni<Known> of(SqlConnection connection, String customer) {
        List<String> lines = new ArrayList<>();
        return customers
                .find(connection, customer)
                .invoke(found -> found.ifPresent(stored -> lines.add(profile(stored))))
                .chain(() -> orders(connection, customer))
                .invoke(lines::addAll)
                .chain(() -> forgetting.extent(connection, customer))
                .chain(extent -> rows(connection, extent, lines).replaceWith(new Known(extent, lines)));
    }

    private static String profile(StoredCustomer stored) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("id", stored.view().id());
        stored.ids().stream().sorted().forEach(profile.putArray("ids")::add);
        profile.setAll(CustomerDocument.of(stored.view(), stored.updatedAt()));
        return line("customer", profile);
    }

    private static Uni<Void> rows(SqlConnection connection, CustomerExtent extent, List<String> lines) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<String, String> kind : ROWS.entrySet()) {
            String query = "SELECT json_build_object('" + kind.getKey() + "', row_to_json(found))::text FROM ("
                    + kind.getValue() + ") AS found";
            all = all.chain(() -> connection.preparedQuery(query).execute(Tuple.of((Object)
                            extent.ids().toArray(String[]::new))))
                    .invoke(rows -> rows.forEach(row -> lines.add(row.getString(0))))
                    .replaceWithVoid();
        }
        return all;
    }

    private static Uni<List<String>> orders(SqlConnection connection, String customer) {
        return connection
                .preparedQuery("SELECT home, since FROM part WHERE customer_id = $1")
                .execute(Tuple.of(customer))
                .chain(rows -> {
                    List<PartKey> parts = new ArrayList<>();
                    rows.forEach(row -> parts.add(new PartKey(row.getString(0), row.getLong(1))));
                    return PartOrders.load(connection, parts);
                })
                .map(byPart -> {
                    Map<String, LedgerOrder> orders = new TreeMap<>();
                    byPart.values()
                            .forEach(of -> of.forEach((id, order) -> orders.merge(id, order, LedgerOrder::plus)));
                    List<String> lines = new ArrayList<>();
                    orders.forEach((id, order) -> lines.add(line("order", order(id, order))));
                    return lines;
                });
    }

    private static ObjectNode order(String id, LedgerOrder order) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id)
                .put("placedAt", text(order.placedAt()))
                .put("refundedAt", text(order.refundedAt()))
                .put("cancelledAt", text(order.cancelledAt()))
                .put("status", order.status() == null ? null : order.status().text())
                .put("pieces", order.pieces());
        put(json.putObject("revenueMillionths"), order.revenue());
        put(json.putObject("refundsMillionths"), order.refunds());
        return json;
    }

    private static void put(ObjectNode json, Amounts amounts) {
        amounts.millionths().forEach(json::put);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String line(String kind, ObjectNode json) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set(kind, json);
        return line.toString();
    }
}
