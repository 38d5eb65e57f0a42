package io.clientele.campaign.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CampaignReadingTest {

    @Test
    void readsWhatIsSound() {
        CampaignReading.Outcome outcome = CampaignReading.read(CampaignInputs.sound("c-1"), "CNY");

        assertThat(outcome.problems()).isEmpty();
        CampaignDefinition definition = outcome.definition();
        assertThat(definition.delay()).isEqualTo(Duration.ofMinutes(30));
        assertThat(definition.priority()).isEqualTo(50);
        assertThat(definition.reentry()).isEqualTo(new Reentry.Once());
        assertThat(definition.budget().orElseThrow().total()).hasValue(1_000_000_000L);
        assertThat(definition.events()).containsExactlyInAnyOrder("Order Completed", "Product Added");
    }

    @Test
    void comesBackFromJsonAsItWas() {
        CampaignInput input = CampaignInputs.sound("c-1").withKey("");

        assertThat(CampaignJson.read(CampaignJson.write(input))).isEqualTo(input);
    }

    @Test
    void namesEveryProblemAtOnce() {
        CampaignInput input = CampaignInputs.with("c-1", json -> {
            json.put("control", 2).put("priority", -1).put("delay", "soon");
            json.withObject("/budget").put("total", -5);
            return json;
        });

        assertThat(CampaignReading.read(input, "CNY").problems())
                .extracting(CampaignProblem::code, CampaignProblem::field)
                .containsExactlyInAnyOrder(
                        tuple("INVALID_VALUE", "input.delay"),
                        tuple("OUT_OF_RANGE", "input.control"),
                        tuple("NEGATIVE_AMOUNT", "input.budget.total"),
                        tuple("OUT_OF_RANGE", "input.priority"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("INVALID_VALUE", "input.id", json -> json.put("id", "No Id")),
                fault("INVALID_VALUE", "input.name", json -> json.put("name", " ")),
                fault("AMBIGUOUS", "input.trigger", json -> json.set("trigger", json.objectNode())),
                fault("AMBIGUOUS", "input.trigger", json -> {
                    json.withObject("/trigger").put("segmentEntered", "s");
                    return json;
                }),
                fault("AMBIGUOUS", "input.audience", json -> {
                    json.withObject("/audience").put("segment", "s").set("condition", inSegment(json));
                    return json;
                }),
                fault("EMPTY_AUDIENCE", "input.audience.except", json -> {
                    json.withObject("/audience")
                            .put("segment", "s")
                            .withArray("except")
                            .add("s");
                    return json;
                }),
                fault("AUDIENCE_REQUIRED", "input.audience", json -> {
                    json.putObject("trigger").putObject("schedule").put("at", "2026-12-01T20:00");
                    return json;
                }),
                fault("OUT_OF_RANGE", "input.trigger.schedule.at", json -> {
                    json.withObject("/audience").put("segment", "members");
                    json.putObject("trigger").putObject("schedule").put("at", "+300000-01-01T00:00");
                    return json;
                }),
                fault("OUT_OF_RANGE", "input.trigger.schedule.at", json -> {
                    json.withObject("/audience").put("segment", "members");
                    json.putObject("trigger").putObject("schedule").put("at", "1969-12-31T23:59");
                    return json;
                }),
                fault("INVALID_VALUE", "input.trigger.schedule.at", json -> {
                    json.putObject("trigger").putObject("schedule").put("at", "tomorrow");
                    json.withObject("/audience").put("segment", "s");
                    return json;
                }),
                fault("OUT_OF_RANGE", "input.delay", json -> json.put("delay", "-PT1S")),
                fault("OUT_OF_RANGE", "input.variants", json -> json.set("variants", json.arrayNode())),
                fault("DUPLICATE", "input.variants[1].name", json -> {
                    json.withArray("/variants").add(json.at("/variants/0").deepCopy());
                    return json;
                }),
                fault("MISSING_FIELD", "input.variants[0].webhook", json -> variant(json, "channel", "WEBHOOK")),
                fault("MISSING_FIELD", "input.variants[0].subject", json -> {
                    ((ObjectNode) json.at("/variants/0")).remove("subject");
                    return variant(json, "channel", "EMAIL");
                }),
                fault("NEGATIVE_AMOUNT", "input.variants[0].cost", json -> variant(json, "cost", "-0.01")),
                fault("OUT_OF_RANGE", "input.variants[0].weight", json -> variant(json, "weight", "0")),
                fault("OUT_OF_RANGE", "input.budget.perDay", json -> {
                    json.withObject("/budget").put("perDay", 2000);
                    return json;
                }),
                fault("INVALID_VALUE", "input.budget.currency", json -> {
                    json.withObject("/budget").put("currency", "yuan");
                    return json;
                }),
                fault("AMBIGUOUS", "input.reentry", json -> {
                    json.withObject("/reentry").put("after", "P1D").put("always", true);
                    return json;
                }),
                fault(
                        "ENDS_BEFORE_START",
                        "input.endsAt",
                        json -> json.put("startsAt", "2026-12-02T00:00:00Z").put("endsAt", "2026-12-01T00:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refuses(String code, String field, UnaryOperator<ObjectNode> change) {
        assertThat(CampaignReading.read(CampaignInputs.with("c-1", change), "CNY")
                        .problems())
                .extracting(CampaignProblem::code, CampaignProblem::field)
                .containsExactly(tuple(code, field));
    }

    @Test
    void makesASegmentOfItsOwnCondition() {
        CampaignInput input = CampaignInputs.with("c-1", json -> {
            json.withObject("/audience").set("condition", inSegment(json));
            return json;
        });

        assertThat(CampaignReading.read(input, "CNY").definition().audience())
                .isEqualTo(new Audience(Optional.of("campaign-c-1"), Set.of()));
    }

    @Test
    void enrolsBetweenItsDatesOnly() {
        Instant start = Instant.parse("2026-12-01T00:00:00Z");
        Instant end = start.plusSeconds(60);
        CampaignDefinition definition = CampaignReading.read(CampaignInputs.between("c-1", start, end), "CNY")
                .definition();

        assertThat(List.of(
                        definition.enrolsAt(start.minusNanos(1)),
                        definition.enrolsAt(start),
                        definition.enrolsAt(end.minusNanos(1)),
                        definition.enrolsAt(end)))
                .containsExactly(false, true, true, false);
    }

    private static ObjectNode inSegment(ObjectNode json) {
        return json.objectNode().put("segment", "other");
    }

    private static ObjectNode variant(ObjectNode json, String field, String value) {
        ((ObjectNode) json.at("/variants/0")).put(field, value);
        return json;
    }

    private static Arguments fault(String code, String field, UnaryOperator<ObjectNode> change) {
        return arguments(code, field, change);
    }
}
