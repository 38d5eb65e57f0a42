package io.clientele.campaign.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.Ask;
import io.clientele.campaign.Schema;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.database.Database;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

import static io.clientele.campaign.rehearsal.PastData.FROM;
import static io.clientele.campaign.rehearsal.PastData.TO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Dry runs of the service under test, asked for over its API and made when a test says so. */
@ApplicationScoped
class TestDryRuns {

    private static final String FIELDS = """
            id campaign state progress from to note problem waiting couponsIssued benefitCostMost { amount currency }
            contactCost { amount } contacts { day contacts } decisions { decision reason contacts }""";
    static final String START = "mutation($input: DryRunInput!) { startDryRun(input: $input) { " + FIELDS + " } }";

    private final Database database;
    private final Campaigns campaigns;
    private final DryRunning running;

    TestDryRuns(Database database, Campaigns campaigns, DryRunning running) {
        this.database = database;
        this.campaigns = campaigns;
        this.running = running;
    }

    /** Nothing runs, and nothing happened in the past. */
    void clear() {
        Schema.await(database);
        Profiles.away(false);
        sql("UPDATE dry_run SET state = 'CANCELLED' WHERE state = 'RUNNING'");
        PastData.clear();
    }

    /** The result of a dry run over {@link PastData}, made at once. */
    JsonPath made(String campaign) {
        String id = start(campaign);
        now(running.round());
        JsonPath read = read(id);
        assertThat(read.getString("state")).isEqualTo("DONE");
        assertThat(read.getDouble("progress")).isEqualTo(1);
        return read;
    }

    /** Starts one over {@link PastData}; gives its id. */
    String start(String campaign) {
        return start(campaign, FROM, TO);
    }

    String start(String campaign, Instant from, Instant to) {
        return Ask.good(START, input(campaign, from, to))
                .body("data.startDryRun.state", equalTo("RUNNING"))
                .extract()
                .path("data.startDryRun.id");
    }

    static Map<String, Object> input(String campaign, Instant from, Instant to) {
        return Map.of(
                "input", Map.of("key", Ask.key(), "campaign", campaign, "from", from.toString(), "to", to.toString()));
    }

    JsonPath read(String id) {
        return Ask.data("analyst", "query($id: ID!) { dryRun(id: $id) { " + FIELDS + " } }", Map.of("id", id))
                .setRootPath("data.dryRun");
    }

    /** A campaign that is sound but for this change; gives its id. */
    String draft(UnaryOperator<ObjectNode> change) {
        String id = unique("c");
        now(campaigns.save(CampaignInputs.with(id, change), "test"));
        return id;
    }

    /** Twenty off from fifty, so many in stock; gives its id. */
    String benefit(int stock) {
        String id = unique("b");
        sql("""
                INSERT INTO benefit (id, name, version, currency, terms, stock, per_customer_limit, valid_for, changed_by)
                SELECT '%s', 'Twenty off', 1, 'CNY',
                    '{"kind": "THRESHOLD", "currency": "CNY", "minSpend": 50000000, "off": 20000000}'::jsonb,
                    %d, 2, 'P3650D', 'test'""".formatted(id, stock));
        return id;
    }

    RowSet<Row> rows(String query) {
        return now(database.onConnection(connection -> connection.query(query).execute()));
    }

    void sql(String statement) {
        rows(statement);
    }

    /** A name that no other test has. */
    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }
}
