package io.clientele.profile.segment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.clientele.profile.segment.Members.awaitMembers;
import static io.clientele.profile.segment.Members.awaitTotal;
import static io.clientele.profile.segment.Members.members;
import static io.clientele.profile.segment.Members.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class SegmentsQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, ?> GOLD =
            Map.of("trait", Map.of("name", "plan", "operator", "ANY_OF", "values", List.of("gold")));
    private static final Map<String, ?> BUYERS =
            Map.of("behaviour", Map.of("event", "Order Placed", "atLeast", 2, "withinDays", 7));

    @Inject
    TestCustomers customers;

    @Inject
    MembershipStream stream;

    @BeforeEach
    void empty() {
        Members.awaitEmpty(customers);
    }

    @Test
    void keepsMembersCurrentAsCustomersAndDefinitionsChange() {
        for (int i = 0; i < 20; i++) {
            customers.put("c" + i, i % 2 == 0 ? "gold" : "free", "Order Placed", i % 4);
        }
        Ask.defineSegment("gold", GOLD);
        Ask.defineSegment("gold-buyers", Map.of("and", List.of(Map.of("segment", "gold"), BUYERS)));

        awaitMembers("gold", 10, "c0", "c10", "c12", "c14", "c16", "c18", "c2", "c4", "c6", "c8");
        awaitMembers("gold-buyers", 5, "c10", "c14", "c18", "c2", "c6");

        customers.put("c20", "gold", "Order Placed", 3);
        awaitMembers("gold-buyers", 6, "c10", "c14", "c18", "c2", "c20", "c6");

        Ask.defineSegment("gold", Map.of("not", GOLD));
        awaitMembers("gold-buyers", 5, "c11", "c15", "c19", "c3", "c7");
    }

    @Test
    void streamsEntriesAndExitsInOrderWithoutGaps() {
        Ask.defineSegment("gold", GOLD);
        customers.put("c1", "gold", "Order Placed", 0);
        customers.put("c2", "free", "Order Placed", 0);
        customers.put("c1", "free", "Order Placed", 0);
        // An older trait does not take over a newer one; these are new parts as a whole.
        customers.merge("c2", "c1");
        customers.put("c3", "gold", "Order Placed", 0);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(read(0)).hasSize(3));

        List<MembershipChange> changes = read(0);
        assertThat(changes).extracting(MembershipChange::position).containsExactly(1L, 2L, 3L);
        assertThat(changes)
                .extracting(change -> change.customerId() + " " + change.entered())
                .containsExactly("c1 true", "c1 false", "c3 true");
        assertThat(read(2)).extracting(MembershipChange::customerId).containsExactly("c3");
        assertThat(stream.end().await().atMost(PATIENCE).position()).isEqualTo(3);
    }

    @Test
    void mergedCustomersLeaveTheirSegmentsAndTheIndex() {
        Ask.defineSegment("everyone", Map.of("customer", Map.of("field", "kind", "operator", "EXISTS")));
        customers.put("c1", "gold", "Order Placed", 1);
        customers.put("c2", "gold", "Order Placed", 1);
        awaitMembers("everyone", 2, "c1", "c2");

        customers.merge("c2", "c1");

        awaitMembers("everyone", 1, "c1");
        assertThat(read(0)).extracting(MembershipChange::entered).containsExactly(true, true, false);
    }

    @Test
    void pagesMembersBothWays() {
        Ask.defineSegment("gold", GOLD);
        for (int i = 0; i < 5; i++) {
            customers.put("c" + i, "gold", "Order Placed", 0);
        }
        awaitMembers("gold", 5, "c0", "c1", "c2", "c3", "c4");

        JsonPath first = members("gold", "first: 2");
        assertThat(first.getList("data.segment.members.edges.node.id")).containsExactly("c0", "c1");
        assertThat(first.getBoolean("data.segment.members.pageInfo.hasNextPage"))
                .isTrue();
        String end = first.getString("data.segment.members.pageInfo.endCursor");
        JsonPath second = members("gold", "first: 10, after: \"" + end + "\"");
        assertThat(second.getList("data.segment.members.edges.node.id")).containsExactly("c2", "c3", "c4");
        assertThat(second.getBoolean("data.segment.members.pageInfo.hasNextPage"))
                .isFalse();
        assertThat(second.getBoolean("data.segment.members.pageInfo.hasPreviousPage"))
                .isTrue();
        String start = second.getString("data.segment.members.pageInfo.startCursor");
        JsonPath last = members("gold", "last: 1, before: \"" + start + "\"");
        assertThat(last.getList("data.segment.members.edges.node.id")).containsExactly("c1");
        Ask.refused(
                "INVALID_CURSOR",
                "after",
                "{ segment(id: \"gold\") { members(after: \"nonsense\") { totalCount } } }",
                Map.of());
    }

    @Test
    void previewsAConditionThatIsNotSaved() {
        Ask.defineSegment("gold", GOLD);
        for (int i = 0; i < 12; i++) {
            customers.put("c" + i, i < 4 ? "gold" : "free", "Order Placed", i);
        }
        awaitMembers("gold", 4, "c0", "c1", "c2", "c3");

        preview(BUYERS, 10, 12);
        preview(Map.of("and", List.of(Map.of("segment", "gold"), BUYERS)), 2, 12);
        preview(Map.of("or", List.of(GOLD, Map.of("not", BUYERS))), 4, 12);
        long low = preview(bucket(0, 3_000), -1, 12);
        preview(bucket(3_000, 10_000), 12 - low, 12);
    }

    private static Map<String, ?> bucket(int from, int to) {
        return Map.of("bucket", Map.of("salt", "spring", "from", from, "to", to));
    }

    @Test
    void explainsInDataAndInWords() {
        Ask.defineSegment("gold-buyers", Map.of("and", List.of(GOLD, Map.of("not", BUYERS))));
        customers.put("c1", "gold", "Order Placed", 1, 3, 100);

        JsonPath explained = explain("c1", "gold-buyers", "EN");

        assertThat(explained.getBoolean("data.explain.holds")).isFalse();
        assertThat(explained.getBoolean("data.explain.member")).isFalse();
        assertThat(explained.getList("data.explain.parts.depth")).containsExactly(0, 1, 1, 2);
        assertThat(explained.getList("data.explain.parts.holds")).containsExactly(false, true, false, true);
        assertThat(explained.getList("data.explain.parts[1].actual")).containsExactly("gold");
        assertThat(explained.getList("data.explain.parts[3].actual")).containsExactly("2");
        assertThat(explained.getString("data.explain.sentence"))
                .isEqualTo("c1 does not belong to Segment gold-buyers: "
                        + "“Order Placed” at least 2 times in the last 7 days (it has 2): yes.");
        assertThat(explain("c1", "gold-buyers", "ZH").getString("data.explain.sentence"))
                .isEqualTo("c1 不属于 Segment gold-buyers：最近 7 天内“Order Placed”至少 2 次（实际为 2），满足。");
        Ask.good("{ explain(customer: \"nobody\", segment: \"gold-buyers\") { holds } }", Map.of())
                .body("data.explain", nullValue());
        Ask.good("{ explain(customer: \"c1\", segment: \"nothing\") { holds } }", Map.of())
                .body("data.explain", nullValue());
    }

    @Test
    void listsMembersOfManualSegmentsAlsoThroughMerges() {
        customers.put("c1", "gold", "Order Placed", 0);
        customers.put("c2", "gold", "Order Placed", 0);
        Ask.good(
                "mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }",
                Map.of("input", Map.of("key", Ask.key(), "id", "vip", "name", "VIP", "kind", "MANUAL")));
        list(Map.of("key", Ask.key(), "segment", "vip", "add", List.of("c2", "unborn")));
        awaitMembers("vip", 1, "c2");

        customers.merge("c2", "c1");
        awaitMembers("vip", 1, "c1");
        assertThat(explain("c2", "vip", "EN").getBoolean("data.explain.holds")).isTrue();

        list(Map.of("key", Ask.key(), "segment", "vip", "remove", List.of("c2")));
        awaitMembers("vip", 0);
        customers.put("unborn", "gold", "Order Placed", 0);
        awaitMembers("vip", 1, "unborn");
    }

    private static void list(Map<String, ?> input) {
        Ask.good(
                "mutation($input: ListMembersInput!) { listSegmentMembers(input: $input) { id } }",
                Map.of("input", input));
    }

    @Test
    void rebuildsTheIndexWithoutALiveOneMissing() {
        Ask.defineSegment("gold", GOLD);
        for (int i = 0; i < 23; i++) {
            customers.put("c" + i, "gold", "Order Placed", 0);
        }
        awaitTotal("gold", 23);
        String before = state().getString("data.customersIndex.live");

        Ask.as("admin", "mutation { rebuildCustomersIndex { filling } }", Map.of())
                .body("errors", nullValue());
        customers.put("late", "gold", "Order Placed", 0);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(members("gold", "first: 1").getInt("data.segment.members.totalCount"))
                    .isIn(23, 24);
            assertThat(state().getString("data.customersIndex.live")).isNotEqualTo(before);
            assertThat(state().getString("data.customersIndex.filling")).isNull();
        });
        awaitTotal("gold", 24);
        Ask.as("marketer", "mutation { rebuildCustomersIndex { filling } }", Map.of())
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    private List<MembershipChange> read(long after) {
        return stream.read(after, 100).await().atMost(PATIENCE);
    }

    private static JsonPath explain(String customer, String segment, String language) {
        return Ask.good("""
                        query($customer: ID!, $segment: ID!, $language: Language) {
                          explain(customer: $customer, segment: $segment, language: $language) {
                            holds member sentence parts { depth condition statement actual holds } } }""", Map.of("customer", customer, "segment", segment, "language", language))
                .extract()
                .jsonPath();
    }

    private static long preview(Map<String, ?> condition, long size, int everyone) {
        List<Long> seen = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath answer =
                    Ask.good("""
                            query($condition: ConditionInput!) {
                              previewSegment(condition: $condition, sample: 1) { size customers sample { id } } }""", Map.of("condition", condition)).extract().jsonPath();
            long found = answer.getLong("data.previewSegment.size");
            assertThat(answer.getInt("data.previewSegment.customers")).isEqualTo(everyone);
            if (size >= 0) {
                assertThat(found).isEqualTo(size);
            }
            assertThat(answer.getList("data.previewSegment.sample")).hasSize((int) Math.min(found, 1));
            seen.add(found);
        });
        return seen.getLast();
    }
}
