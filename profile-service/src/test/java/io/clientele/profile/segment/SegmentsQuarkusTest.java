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

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state().getString("data.customersIndex.live"))
                        .isNotNull());
        // The work in the background may be in the way of clearing.
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(customers::clear);
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
    void makesAChangeOncePerKey() {
        String key = Ask.key();
        Ask.defineSegment(Ask.segment(key, "gold", GOLD)).body("data.defineSegment.version", equalTo(1));
        Ask.defineSegment(Ask.segment(key, "gold", GOLD))
                .body("data.defineSegment.version", equalTo(1))
                .body("data.defineSegment.changedBy", equalTo("tester"));
        Ask.defineSegmentRefused("KEY_REUSED", "input.key", Ask.segment(key, "gold", BUYERS));
        Ask.defineSegment(Ask.segment(Ask.key(), "gold", BUYERS)).body("data.defineSegment.version", equalTo(2));
        assertThat(customers.number("SELECT count(*) FROM segment_version")).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoDefinition() {
        Ask.defineSegment("a", GOLD);
        Ask.defineSegment("b", Map.of("segment", "a"));
        Ask.defineSegmentRefused(
                "SEGMENT_CYCLE", "input.condition", Ask.segment(Ask.key(), "a", Map.of("segment", "b")));
        Ask.defineSegmentRefused(
                "SEGMENT_CYCLE", "input.condition", Ask.segment(Ask.key(), "c", Map.of("segment", "c")));
        Ask.defineSegmentRefused(
                "UNKNOWN_SEGMENT", "input.condition", Ask.segment(Ask.key(), "c", Map.of("segment", "nothing")));
        Ask.defineSegmentRefused(
                "UNKNOWN_FIELD",
                "input.condition",
                Ask.segment(Ask.key(), "c", Map.of("customer", Map.of("field", "shoe_size", "operator", "EXISTS"))));
        Ask.defineSegmentRefused("INVALID_CONDITION", "input.condition", Ask.segment(Ask.key(), "c", Map.of()));
        Ask.defineSegmentRefused("INVALID_VALUE", "input.id", Ask.segment(Ask.key(), "No Id", GOLD));
        Ask.defineSegmentRefused("INVALID_VALUE", "input.key", Ask.segment(" ", "c", GOLD));
        Ask.defineSegmentRefused(
                "INVALID_CONDITION",
                "input.condition",
                Map.of("key", Ask.key(), "id", "c", "name", "C", "kind", "MANUAL", "condition", GOLD));
        Ask.defineSegmentRefused(
                "SEGMENT_KIND_CHANGED",
                "input.kind",
                Map.of("key", Ask.key(), "id", "a", "name", "A", "kind", "MANUAL"));
        assertThat(customers.number("SELECT count(*) FROM segment")).isEqualTo(2);
    }

    @Test
    void resolvesEntitiesInTheirOrder() {
        Ask.defineSegment("a", GOLD);
        Ask.defineSegment("b", GOLD);
        Ask.good(
                        """
                        query($representations: [_Any!]!) {
                          _entities(representations: $representations) { ... on Segment { id name } } }""",
                        Map.of(
                                "representations",
                                List.of(
                                        Map.of("__typename", "Segment", "id", "b"),
                                        Map.of("__typename", "Segment", "id", "nothing"),
                                        Map.of("__typename", "Segment", "id", "a"))))
                .body("data._entities", hasSize(3))
                .body("data._entities[0].name", equalTo("Segment b"))
                .body("data._entities[1]", nullValue())
                .body("data._entities[2].id", equalTo("a"));
        Ask.good(
                        "{ x: segment(id: \"a\") { id } y: segment(id: \"b\") { id } segments { id members { totalCount } } }",
                        Map.of())
                .body("data.x.id", equalTo("a"))
                .body("data.y.id", equalTo("b"))
                .body("data.segments", hasSize(2));
    }

    @Test
    void letsOnlyMarketersDefine() {
        Ask.as(
                        "analyst",
                        "mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }",
                        Map.of("input", Ask.segment(Ask.key(), "a", GOLD)))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        Ask.as("shopper", "{ segments { id } }", Map.of()).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
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

    private static JsonPath state() {
        return Ask.as("admin", "{ customersIndex { live filling filled pending } }", Map.of())
                .body("errors", nullValue())
                .extract()
                .jsonPath();
    }

    @Test
    void computesTagsByRulesAndKeepsWhoAddedWhichByHand() {
        customers.put("c1", "gold", "Order Placed", 0);
        tag(Map.of("key", Ask.key(), "id", "golden", "name", "Golden", "kind", "RULE", "condition", GOLD));
        tag(Map.of("key", Ask.key(), "id", "friend", "name", "Friend", "kind", "MANUAL"));
        Ask.defineSegment(
                "tagged",
                Map.of("and", List.of(Map.of("customer", tags("golden")), Map.of("customer", tags("friend")))));
        String key = Ask.key();
        changeTag("addTag", key, "c1");
        changeTag("addTag", key, "c1");
        changeTag("addTag", Ask.key(), "c1");
        awaitMembers("tagged", 1, "c1");

        customers.put("c2", "free", "Order Placed", 0);
        customers.merge("c1", "c2");
        changeTag("removeTag", Ask.key(), "c2");
        awaitMembers("tagged", 0);

        Ask.good("{ tagChanges(customer: \"c1\") { tag added changedBy reason } }", Map.of())
                .body("data.tagChanges.added", equalTo(List.of(false, true)))
                .body("data.tagChanges[0].reason", equalTo("asked"))
                .body("data.tagChanges[0].changedBy", equalTo("tester"));
    }

    private static Map<String, ?> tags(String tag) {
        return Map.of("field", "tags", "operator", "ANY_OF", "values", List.of(tag));
    }

    @Test
    void refusesTagsThatCannotBe() {
        customers.put("c1", "gold", "Order Placed", 0);
        tag(Map.of("key", Ask.key(), "id", "golden", "name", "Golden", "kind", "RULE", "condition", GOLD));
        String define = "mutation($input: DefineTagInput!) { defineTag(input: $input) { id } }";
        Ask.refused(
                "TAG_RULE_ON_COMPUTED",
                "input.condition",
                define,
                Map.of(
                        "input",
                        Map.of(
                                "key",
                                Ask.key(),
                                "id",
                                "t",
                                "name",
                                "T",
                                "kind",
                                "RULE",
                                "condition",
                                Map.of("segment", "s"))));
        Ask.refused(
                "TAG_RULE_ON_COMPUTED",
                "input.condition",
                define,
                Map.of(
                        "input",
                        Map.of(
                                "key",
                                Ask.key(),
                                "id",
                                "t",
                                "name",
                                "T",
                                "kind",
                                "RULE",
                                "condition",
                                Map.of("customer", tags("golden")))));
        Ask.refused(
                "TAG_KIND_CHANGED",
                "input.kind",
                define,
                Map.of("input", Map.of("key", Ask.key(), "id", "golden", "name", "T", "kind", "MANUAL")));
        Ask.refused(
                "INVALID_CONDITION",
                "input.condition",
                define,
                Map.of("input", Map.of("key", Ask.key(), "id", "t", "name", "T", "kind", "RULE")));
        String add = "mutation($input: ChangeTagInput!) { addTag(input: $input) { id } }";
        Ask.refused(
                "TAG_NOT_MANUAL",
                "input.tag",
                add,
                Map.of("input", Map.of("key", Ask.key(), "customer", "c1", "tag", "golden")));
        Ask.refused(
                "UNKNOWN_TAG",
                "input.tag",
                add,
                Map.of("input", Map.of("key", Ask.key(), "customer", "c1", "tag", "nothing")));
        tag(Map.of("key", Ask.key(), "id", "friend", "name", "Friend", "kind", "MANUAL"));
        Ask.refused(
                "UNKNOWN_CUSTOMER",
                "input.customer",
                add,
                Map.of("input", Map.of("key", Ask.key(), "customer", "nobody", "tag", "friend")));
    }

    private static void tag(Map<String, ?> input) {
        Ask.good("mutation($input: DefineTagInput!) { defineTag(input: $input) { id } }", Map.of("input", input));
    }

    private static void changeTag(String mutation, String key, String customer) {
        Ask.good(
                "mutation($input: ChangeTagInput!) { " + mutation + "(input: $input) { id } }",
                Map.of("input", Map.of("key", key, "customer", customer, "tag", "friend", "reason", "asked")));
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
                            query($condition: CustomerConditionInput!) {
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

    private static JsonPath members(String segment, String page) {
        return Ask.good(
                        "{ segment(id: \"" + segment + "\") { members(" + page
                                + ") { totalCount edges { node { id } cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }",
                        Map.of())
                .extract()
                .jsonPath();
    }

    private static void awaitTotal(String segment, int total) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(members(segment, "first: 1").getInt("data.segment.members.totalCount"))
                        .isEqualTo(total));
    }

    private static void awaitMembers(String segment, int total, String... ids) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            JsonPath members = members(segment, "first: 100");
            assertThat(members.getList("data.segment.members.edges.node.id")).containsExactly((Object[]) ids);
            assertThat(members.getInt("data.segment.members.totalCount")).isEqualTo(total);
        });
    }
}
