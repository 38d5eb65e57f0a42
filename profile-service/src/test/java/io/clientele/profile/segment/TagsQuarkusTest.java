package io.clientele.profile.segment;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.profile.segment.Members.awaitMembers;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class TagsQuarkusTest {

    private static final Map<String, ?> GOLD =
            Map.of("trait", Map.of("name", "plan", "operator", "ANY_OF", "values", List.of("gold")));

    @Inject
    TestCustomers customers;

    @BeforeEach
    void empty() {
        Members.awaitEmpty(customers);
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
}
