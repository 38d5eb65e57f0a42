package io.clientele.campaign.contact;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.Ask;
import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.CampaignJson;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class ContactsQuarkusTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00.000001Z");
    private static final String PAGE =
            "edges { cursor node { id campaign { id name } decision reason status customer { id } } } pageInfo { hasNextPage hasPreviousPage endCursor }";

    private final String customer = "reader-" + UUID.randomUUID();
    private int made;

    @Inject
    Pool pool;

    @BeforeEach
    void makeCampaign() {
        CampaignStack.awaitSchema();
        run("""
                INSERT INTO campaign (id, version, state, definition, changed_by)
                VALUES ('read', 1, 'ENDED', $1::text::jsonb, 'tester') ON CONFLICT DO NOTHING""", Tuple.of(CampaignJson.write(CampaignInputs.sound("read"))));
    }

    @Test
    void pagesThroughEveryDecisionTheNewestFirst() {
        Profiles.customer(customer, List.of(customer, "anon:" + customer), Map.of());
        String first = contact("anon:" + customer, "SENT", "INBOX");
        String second = contact(customer, "CONTROL", null);
        String third = contact(customer, "SUPPRESSED", "EMAIL");
        contact("somebody-else", "SENT", "INBOX");

        JsonPath page = Ask.customer("analyst", customer, "contacts(first: 2) { " + PAGE + " }");
        assertThat(page.getList("data._entities[0].contacts.edges.node.id")).containsExactly(third, second);
        assertThat(page.getString("data._entities[0].contacts.edges[0].node.campaign.name"))
                .isEqualTo("Come back");
        assertThat(page.getString("data._entities[0].contacts.edges[0].node.reason"))
                .isEqualTo("CAPPED");
        assertThat(page.getString("data._entities[0].contacts.edges[0].node.status"))
                .isNull();
        assertThat(page.getBoolean("data._entities[0].contacts.pageInfo.hasNextPage"))
                .isTrue();

        JsonPath next = Ask.customer(
                "analyst",
                customer,
                "contacts(first: 2, after: \"" + page.getString("data._entities[0].contacts.pageInfo.endCursor")
                        + "\") { " + PAGE + " }");
        assertThat(next.getList("data._entities[0].contacts.edges.node.id")).containsExactly(first);
        assertThat(next.getString("data._entities[0].contacts.edges[0].node.status"))
                .isEqualTo("DELIVERED");
        assertThat(next.getBoolean("data._entities[0].contacts.pageInfo.hasNextPage"))
                .isFalse();
        assertThat(next.getBoolean("data._entities[0].contacts.pageInfo.hasPreviousPage"))
                .isTrue();
    }

    @Test
    void showsACustomerItsMessagesUntilItDismissesThem() {
        contact("tester", "CONTROL", null);
        contact("tester", "SENT", "EMAIL");
        String older = contact("tester", "SENT", "INBOX");
        String newer = contact("tester", "SENT", "POPUP");

        assertThat(inbox("id")).containsExactly(newer, older);
        JsonPath read = Ask.data("shopper", "mutation { readMessage(id: \"" + older + "\") { readAt } }", Map.of());
        JsonPath again = Ask.data("shopper", "mutation { readMessage(id: \"" + older + "\") { readAt } }", Map.of());
        assertThat(again.getString("data.readMessage.readAt")).isEqualTo(read.getString("data.readMessage.readAt"));
        assertThat(inbox("readAt")).filteredOn(Objects::nonNull).hasSize(1);
        assertThat(Ask.customer("analyst", "tester", "contacts { " + PAGE + " }")
                        .getList("data._entities[0].contacts.edges.node.status"))
                .contains("OPENED");

        Ask.data("shopper", "mutation { dismissMessage(id: \"" + newer + "\") { dismissedAt } }", Map.of());
        assertThat(inbox("id")).containsExactly(older);
    }

    @Test
    void tellsAShopperNothingOfOthers() {
        String foreign = contact("somebody-else", "SENT", "INBOX");
        for (String id : List.of(foreign, "no-such")) {
            Ask.as("shopper", "mutation { readMessage(id: \"" + id + "\") { id } }", Map.of())
                    .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        }
        Ask.refused("UNKNOWN_MESSAGE", "id", "mutation { dismissMessage(id: \"no-such\") { id } }", Map.of());

        Profiles.customer("merged-" + customer, List.of("merged-" + customer, "tester"), Map.of());
        String merged = contact("merged-" + customer, "SENT", "INBOX");
        Ask.data("shopper", "mutation { readMessage(id: \"" + merged + "\") { id } }", Map.of());
        Profiles.customer("tester", Map.of());
    }

    @Test
    void refusesPagesThatCannotBe() {
        String query = "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Customer { %s } } }";
        Map<String, ?> ids = Map.of("ids", List.of(Map.of("__typename", "Customer", "id", customer)));
        Ask.refused("INVALID_PAGE", "first", query.formatted("contacts(first: 0) { pageInfo { endCursor } }"), ids);
        // No text of ours, none of its form, a time before all times, an id that no text can be.
        for (String cursor : List.of("!", "YTpi", "LTk5OTk5OTk5OTk5OTk5OTk5OTp4", "MTp4AA")) {
            Ask.refused(
                    "INVALID_CURSOR",
                    "after",
                    query.formatted("contacts(after: \"" + cursor + "\") { pageInfo { endCursor } }"),
                    ids);
        }
        Ask.refused("INVALID_PAGE", "first", query.formatted("inbox(first: 101) { id }"), ids);
    }

    private static List<String> inbox(String field) {
        return Ask.customer("shopper", "tester", "inbox { " + field + " body coupon { code } }")
                .getList("data._entities[0].inbox." + field);
    }

    private String contact(String of, String decision, @Nullable String channel) {
        String id = "c" + UUID.randomUUID();
        OffsetDateTime at = START.plusSeconds(made++).atOffset(ZoneOffset.UTC);
        run("""
                INSERT INTO contact (id, campaign_id, campaign_version, customer_id, entered_at, decided_at, local_day,
                    decision, reason, channel, body, status, status_at)
                VALUES ($1, 'read', 1, $2, $3, $3, '2026-11-01', $4, $5, $6, $7, $8, $3)""", Tuple.from(new Object[] {
            id,
            of,
            at,
            decision,
            decision.equals("SUPPRESSED") ? "CAPPED" : null,
            channel,
            decision.equals("SENT") ? "Hello" : null,
            decision.equals("SENT") ? "DELIVERED" : "NONE"
        }));
        return id;
    }

    private void run(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
    }
}
