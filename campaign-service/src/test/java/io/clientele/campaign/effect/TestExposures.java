package io.clientele.campaign.effect;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.CampaignJson;
import io.clientele.campaign.definition.EventMatch;
import io.clientele.campaign.definition.Goal;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Times;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Campaigns and contacts as the decisions would store them, and events as the feed would bring them. */
@ApplicationScoped
public class TestExposures {

    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final String CURRENCY = "EUR";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final Effect effect;
    private final EffectForgotten forgotten;
    private final List<CampaignGoal> goals = new ArrayList<>();

    TestExposures(Database database, Effect effect, EffectForgotten forgotten) {
        this.database = database;
        this.effect = effect;
        this.forgotten = forgotten;
    }

    /** One contact of a customer; see the table. */
    public record Exposed(
            String id,
            String campaign,
            String customer,
            String decision,
            @Nullable String variant,
            Instant at) {

        public static Exposed sent(String campaign, String customer, Instant at) {
            return new Exposed(campaign + "/" + customer + "/" + at, campaign, customer, "SENT", "a", at);
        }

        /** Drawn for a variant whose coupon could not be issued. */
        static Exposed failed(String campaign, String customer, Instant at) {
            return new Exposed(campaign + "/" + customer + "/" + at, campaign, customer, "SUPPRESSED", "a", at);
        }

        public static Exposed decided(String campaign, String customer, String decision, Instant at) {
            return new Exposed(campaign + "/" + customer + "/" + at, campaign, customer, decision, null, at);
        }
    }

    /** Empties the tables once the schema stands. */
    public void clear() {
        goals.clear();
        CampaignStack.awaitSchema();
        execute("TRUNCATE campaign, benefit, coupon, redemption, contact, conversion, order_reversal CASCADE");
    }

    /** A campaign whose goal is an event so long after a contact. */
    public void campaign(String id, String goal, Duration within) {
        execute(
                "INSERT INTO campaign (id, version, state, definition, changed_by) VALUES ($1, 1, 'ENDED', $2::text::jsonb, 'test')",
                id,
                CampaignJson.write(CampaignInputs.sound(id)));
        goals.add(new CampaignGoal(id, new Goal(new EventMatch(goal, Optional.empty()), within), Optional.empty()));
    }

    public void contacts(List<Exposed> contacts, long costMillionths) {
        execute(
                """
                        INSERT INTO contact (
                            id, campaign_id, campaign_version, customer_id, entered_at, decided_at, local_day, decision,
                            reason, variant, subject, body, cost_millionths, currency, status, status_at)
                        SELECT id, campaign, 1, customer, at, at, at::date, decision,
                            CASE WHEN decision = 'SUPPRESSED' THEN CASE WHEN variant IS NULL THEN 'CAPPED' ELSE 'OUT_OF_STOCK' END END, variant, 'Subject', 'Body',
                            CASE WHEN decision = 'SENT' THEN $7 ELSE 0 END, $8, 'NONE', at
                        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
                            AS one (id, campaign, customer, decision, variant, at)""",
                texts(contacts, Exposed::id),
                texts(contacts, Exposed::campaign),
                texts(contacts, Exposed::customer),
                texts(contacts, Exposed::decision),
                texts(contacts, Exposed::variant),
                contacts.stream().map(one -> one.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                costMillionths,
                CURRENCY);
    }

    public void contacts(Exposed... contacts) {
        contacts(List.of(contacts), 0);
    }

    /** Works on a page of events. */
    public void page(List<Event> events, Map<String, Set<String>> ids) {
        GoalEvents found = GoalEvents.of(goals, events);
        transact(transaction -> found.record(transaction, ids));
    }

    public void page(Event... events) {
        page(List.of(events), Map.of());
    }

    /** Forgets a customer who was erased. */
    public void forget(String hash) {
        transact(transaction -> forgotten.forget(transaction, List.of(hash)));
    }

    CampaignResults results(String campaign) {
        return effect.results(campaign, CURRENCY).await().atMost(PATIENCE);
    }

    public <T> T transact(Function<SqlConnection, Uni<T>> work) {
        return database.inTransaction(work).await().atMost(PATIENCE);
    }

    public RowSet<Row> execute(String statement, Object... values) {
        return transact(transaction -> transaction.preparedQuery(statement).execute(Tuple.from(List.of(values))));
    }

    long count(String query, Object... values) {
        return execute(query, values).iterator().next().getLong(0);
    }

    static EventBuilder event(String message, String customer, String name, Instant at) {
        return Event.builder(
                        message, EventType.TRACK, CustomerId.parse(customer), new Times(at, at, null, null), "tests")
                .name(name);
    }

    /** An order, or of a name such as {@code Order Cancelled} what became of it. */
    public static Event order(
            String message, String customer, String name, String order, @Nullable String euros, Instant at) {
        Money amount = euros == null ? null : Money.parse("revenue", euros, CURRENCY);
        return event(message, customer, name, at)
                .order(new Order(order, amount, null, null, null, null))
                .build();
    }

    private static <T> @Nullable String[] texts(List<T> items, Function<T, @Nullable String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
