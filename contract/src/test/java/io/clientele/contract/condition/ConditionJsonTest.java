package io.clientele.contract.condition;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.InvalidCondition.Code;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static io.clientele.contract.condition.InvalidConditions.refuses;
import static org.assertj.core.api.Assertions.assertThat;

class ConditionJsonTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Property
    void comesBackEqual(@ForAll long seed) throws JsonProcessingException {
        Condition ofEvent = new RandomConditions(new Random(seed)).ofEvent().condition();
        Condition ofCustomer =
                new RandomConditions(new Random(seed)).ofCustomer().condition();
        Condition ofSegment = new RandomConditions(new Random(seed)).ofSegment().condition();

        assertThat(read(ConditionJson.write(ofSegment).toString())).isEqualTo(ofSegment);
        assertThat(read(ConditionJson.write(ofEvent).toString())).isEqualTo(ofEvent);
        assertThat(read(ConditionJson.write(ofCustomer).toString())).isEqualTo(ofCustomer);
    }

    @Test
    void readsEachKind() throws JsonProcessingException {
        Condition expected = new And(List.of(
                Trait.of("gender", Operator.ANY_OF, "female"),
                new Not(Behaviour.atLeast(2, "Order Completed")
                        .where(EventProperty.of("order.revenue", Operator.AT_LEAST, "19.99"))
                        .atMost(3)
                        .withinDays(30))));

        assertThat(read("""
                {"and": [
                  {"trait": {"name": "gender", "operator": "ANY_OF", "values": ["female"]}},
                  {"not": {"behaviour": {"event": "Order Completed", "atLeast": 2, "atMost": 3, "withinDays": 30,
                    "where": {"property": {"field": "order.revenue", "operator": "AT_LEAST", "values": ["19.990"]}}}}}
                ]}""")).isEqualTo(expected);
    }

    @Test
    void countsAtLeastOnceUnlessAMostIsGiven() throws JsonProcessingException {
        assertThat(read("{\"behaviour\":{\"event\":\"X\"}}")).isEqualTo(Behaviour.atLeast(1, "X"));
        assertThat(read("{\"behaviour\":{\"event\":\"X\",\"atMost\":0}}"))
                .isEqualTo(read("{\"behaviour\":{\"event\":\"X\",\"atLeast\":0,\"atMost\":0}}"));
    }

    @Test
    void writesValuesAsTexts() {
        assertThat(ConditionJson.write(EventProperty.of("@timestamp", Operator.LESS, "2026-03-01T12:00:00.000Z")))
                .hasToString(
                        "{\"property\":{\"field\":\"@timestamp\",\"operator\":\"LESS\",\"values\":[\"2026-03-01T12:00:00Z\"]}}");
        assertThat(ConditionJson.write(EventProperty.of("product.price", Operator.GREATER, "1e2")))
                .hasToString(
                        "{\"property\":{\"field\":\"product.price\",\"operator\":\"GREATER\",\"values\":[\"100\"]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "\"and\"",
                "{\"and\":{}}",
                "{\"and\":[1]}",
                "{\"not\":[]}",
                "{\"xor\":[]}",
                "{\"and\":[],\"or\":[]}",
                "{\"property\":1}",
                "{\"property\":{}}",
                "{\"property\":{\"field\":1,\"operator\":\"EXISTS\"}}",
                "{\"property\":{\"field\":\"event\",\"operator\":\"exists\"}}",
                "{\"property\":{\"field\":\"event\",\"operator\":\"ANY_OF\",\"values\":\"x\"}}",
                "{\"property\":{\"field\":\"event\",\"operator\":\"ANY_OF\",\"values\":[1]}}",
                "{\"property\":{\"field\":\"event\",\"operator\":\"EXISTS\",\"value\":1}}",
                "{\"trait\":{\"operator\":\"EXISTS\"}}",
                "{\"customer\":{\"operator\":\"EXISTS\"}}",
                "{\"customer\":{\"field\":\"orders\",\"operator\":\"EXISTS\",\"currency\":\"CNY\"}}",
                "{\"segment\":\"s-1\"}",
                "{\"segment\":{\"id\":1}}",
                "{\"bucket\":{\"salt\":\"a\",\"from\":0}}",
                "{\"bucket\":{\"salt\":\"a\",\"from\":0.5,\"to\":1}}",
                "{\"behaviour\":{\"event\":\"X\",\"atLeast\":1.5}}",
                "{\"behaviour\":{\"event\":\"X\",\"atLeast\":\"1\"}}",
                "{\"behaviour\":{\"event\":\"X\",\"atLeast\":9223372036854775808}}",
                "{\"behaviour\":{\"event\":\"X\",\"where\":null}}",
                "{\"behaviour\":{\"event\":\"X\",\"script\":\"1\"}}"
            })
    void refusesAnyOtherForm(String json) {
        InvalidConditionException refusal =
                org.assertj.core.api.Assertions.catchThrowableOfType(InvalidConditionException.class, () -> read(json));

        assertThat(refusal).isNotNull();
        assertThat(refusal.failure().code()).isEqualTo(Code.MALFORMED);
    }

    @Test
    void refusesNestingBeyondItsLimit() throws JsonProcessingException {
        String leaf = "{\"behaviour\":{\"event\":\"X\"}}";

        assertThat(read("{\"not\":".repeat(15) + leaf + "}".repeat(15))).isInstanceOf(Not.class);
        refuses(() -> read("{\"not\":".repeat(16) + leaf + "}".repeat(16)), Code.TOO_DEEP, "condition");
        refuses(() -> read("{\"not\":".repeat(900) + leaf + "}".repeat(900)), Code.TOO_DEEP, "condition");
    }

    @Test
    void refusesNestingWithinABehaviourBeyondItsLimit() {
        String leaf = "{\"property\":{\"field\":\"event\",\"operator\":\"EXISTS\"}}";
        String where = "{\"not\":".repeat(15) + leaf + "}".repeat(15);

        refuses(() -> read("{\"behaviour\":{\"event\":\"X\",\"where\":" + where + "}}"), Code.TOO_DEEP, "condition");
    }

    @Test
    void refusesMoreLeavesThanItsLimit() throws JsonProcessingException {
        String leaf = "{\"behaviour\":{\"event\":\"X\"}}";
        String half = "{\"or\":[" + (leaf + ",").repeat(127) + leaf + "]}";

        assertThat(read("{\"and\":[" + half + "," + half + "]}")).isInstanceOf(And.class);
        refuses(
                () -> read("{\"and\":[" + half + "," + half + "," + leaf + "]}"),
                Code.TOO_MANY_CONDITIONS,
                "condition");
        refuses(() -> read("{\"or\":[" + (leaf + ",").repeat(256) + leaf + "]}"), Code.TOO_MANY_CONDITIONS, "or");
    }

    @Test
    void refusesWindowsBeyondAnInt() {
        refuses(
                () -> read("{\"behaviour\":{\"event\":\"X\",\"withinDays\":4294967297}}"),
                Code.INVALID_VALUE,
                "withinDays");
    }

    private static Condition read(String json) throws JsonProcessingException {
        JsonNode tree = MAPPER.readTree(json);
        return ConditionJson.read(tree);
    }
}
