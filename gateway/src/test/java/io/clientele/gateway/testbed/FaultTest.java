package io.clientele.gateway.testbed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphException;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.GatewayAnswer;
import io.clientele.gateway.federation.GatewayRequest;
import io.clientele.gateway.federation.Limits;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an answer when a subgraph fails or answers nonsense: the rest of it stands, and errors say what is missing where, and by whom. */
class FaultTest {

    private static final String PEOPLE = "{ greeting people { id name score reviews { text stars } } }";
    private static final String MALFORMED = "SUBGRAPH_ANSWER_MALFORMED";

    private final Feature feature = Feature.named("faults");
    private final Bed bed = new Bed(feature);
    private final FaultySubgraphs subgraphs = new FaultySubgraphs(bed);
    private final FederatedGraph graph = FederatedGraph.of(feature.supergraph(), subgraphs, Limits.defaults());

    @BeforeEach
    void enterAWorldOfThreePeople() {
        int world = IntStream.range(0, 1_000)
                .filter(this::hasThreePeople)
                .findFirst()
                .orElseThrow();
        bed.enter(world);
    }

    private boolean hasThreePeople(int world) {
        bed.enter(world);
        List<Map<String, Object>> people = people(expected("{ people { id } greeting }"));
        return people.stream().map(person -> person.get("id")).distinct().count() == 3;
    }

    @ParameterizedTest
    @EnumSource
    void aSubgraphThatGivesNoAnswerNullsItsFieldsOnly(SubgraphException.Code code) {
        subgraphs.when("reviews", answer -> {
            throw new SubgraphException(code, "It fails.");
        });

        GatewayAnswer answer = answer(PEOPLE);

        assertThat(answer.data()).isEqualTo(expectedWithoutReviews());
        assertErrorsAtEachPerson(answer, code.name(), "score", "reviews");
    }

    @Test
    void aFailureReachesAsFarUpAsNonNullFieldsLetIt() {
        subgraphs.when("reviews", answer -> {
            throw new SubgraphException(SubgraphException.Code.SUBGRAPH_TIMEOUT, "It is late.");
        });

        GatewayAnswer answer = answer("{ greeting people { name rank } }");

        assertThat(answer.executed()).isTrue();
        assertThat(answer.data()).isNull();
        assertErrorsAtEachPerson(answer, "SUBGRAPH_TIMEOUT", "rank");
    }

    @Test
    void anErrorInsideAnEntityIsToldAtTheFieldOfTheClientsAnswer() {
        Map<String, Object> error = Map.of(
                "message", "No score today.",
                "path", List.of("_entities", 1, "grade"),
                "extensions", Map.of("code", "OVERLOADED", "hint", "later"));
        subgraphs.when(
                "reviews",
                answer -> new SubgraphAnswer(
                        FaultySubgraphs.entities(
                                answer, entities -> changed(entities, 1, withoutScore(entities.get(1)))),
                        List.of(error)));

        GatewayAnswer answer = answer("{ people { grade: score name } }");

        Map<String, Object> expected = expected("{ people { grade: score name } }");
        people(expected).get(1).put("grade", null);
        assertThat(answer.data()).isEqualTo(expected);
        assertThat(answer.errors()).singleElement().satisfies(told -> {
            assertThat(told).containsEntry("path", List.of("people", 1, "grade"));
            assertThat(told).containsEntry("message", "No score today.");
            assertThat(told)
                    .containsEntry("extensions", Map.of("code", "OVERLOADED", "hint", "later", "service", "reviews"));
        });
    }

    static Stream<UnaryOperator<List<Object>>> wrongLists() {
        return Stream.of(
                entities -> entities.subList(0, 2),
                entities -> Stream.of(entities, entities).flatMap(List::stream).toList(),
                entities -> List.of());
    }

    @ParameterizedTest
    @MethodSource("wrongLists")
    void moreOrFewerEntitiesThanAskedForAreNoAnswer(UnaryOperator<List<Object>> wrong) {
        subgraphs.when("reviews", answer -> new SubgraphAnswer(FaultySubgraphs.entities(answer, wrong), List.of()));

        GatewayAnswer answer = answer(PEOPLE);

        assertThat(answer.data()).isEqualTo(expectedWithoutReviews());
        assertErrorsAtEachPerson(answer, MALFORMED, "score", "reviews");
    }

    static Stream<Map<String, Object>> wrongData() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("_entities", null);
        return Stream.of(Map.of(), nothing, Map.of("_entities", "many"), Map.of("_entities", Map.of("0", "first")));
    }

    @ParameterizedTest
    @MethodSource("wrongData")
    void dataWithoutAListOfEntitiesIsNoAnswer(Map<String, Object> wrong) {
        subgraphs.when("reviews", answer -> new SubgraphAnswer(wrong, List.of()));

        GatewayAnswer answer = answer(PEOPLE);

        assertThat(answer.data()).isEqualTo(expectedWithoutReviews());
        assertErrorsAtEachPerson(answer, MALFORMED, "score", "reviews");
    }

    @Test
    void neitherDataNorErrorsIsNoAnswer() {
        subgraphs.when("reviews", answer -> new SubgraphAnswer(null, List.of()));

        GatewayAnswer answer = answer(PEOPLE);

        assertThat(answer.data()).isEqualTo(expectedWithoutReviews());
        assertErrorsAtEachPerson(answer, MALFORMED, "score", "reviews");
    }

    @Test
    void anErrorWithoutAPathStandsForTheWholeCall() {
        subgraphs.when("reviews", answer -> new SubgraphAnswer(null, List.of(Map.of("message", "I am lost."))));

        GatewayAnswer answer = answer(PEOPLE);

        assertThat(answer.data()).isEqualTo(expectedWithoutReviews());
        assertThat(answer.errors()).isNotEmpty().allSatisfy(error -> {
            assertThat(error).containsEntry("message", "I am lost.");
            assertThat(extensions(error)).containsEntry("service", "reviews").containsEntry("code", "SUBGRAPH_ERROR");
        });
    }

    static Stream<Object> noObjects() {
        return Stream.of("a person", 7, true, List.of(Map.of("score", 1.5)));
    }

    @ParameterizedTest
    @MethodSource("noObjects")
    void anEntityThatIsNoObjectIsAnErrorAtItsPlace(Object wrong) {
        subgraphs.when(
                "reviews",
                answer -> new SubgraphAnswer(
                        FaultySubgraphs.entities(answer, entities -> changed(entities, 1, wrong)), List.of()));

        GatewayAnswer answer = answer(PEOPLE);

        Map<String, Object> expected = expected(PEOPLE);
        withoutReviews(people(expected).get(1));
        assertThat(answer.data()).isEqualTo(expected);
        assertThat(answer.errors())
                .extracting(error -> error.get("path"))
                .containsExactly(List.of("people", 1, "score"), List.of("people", 1, "reviews"));
        assertThat(answer.errors())
                .allSatisfy(error -> assertThat(extensions(error)).containsEntry("code", MALFORMED));
    }

    @Test
    void anErrorOfTheEntityItselfIsToldAtTheFieldsThatAreMissing() {
        Map<String, Object> error = Map.of("message", "Nobody knows her.", "path", List.of("_entities", 1));
        subgraphs.when(
                "reviews",
                answer -> new SubgraphAnswer(
                        FaultySubgraphs.entities(answer, entities -> changed(entities, 1, null)), List.of(error)));

        GatewayAnswer answer = answer(PEOPLE);

        assertThat(answer.errors())
                .extracting(told -> told.get("path"))
                .containsExactly(List.of("people", 1, "score"), List.of("people", 1, "reviews"));
    }

    @Test
    void anErrorAtWhatTheClientDidNotAskForNamesNoFieldOfIt() {
        Map<String, Object> error = Map.of(
                "message", "The secret is out.", "path", List.of("_entities", 0, "reviews", 0, "secret", "hidden"));
        subgraphs.when("reviews", answer -> new SubgraphAnswer(answer.data(), List.of(error)));

        GatewayAnswer answer = answer(PEOPLE);

        assertThat(answer.errors())
                .singleElement()
                .satisfies(told -> assertThat(told).containsEntry("path", List.of("people", 0, "reviews", 0)));
    }

    @Test
    void noSubgraphIsAskedWhenTheTimeIsOver() {
        Limits usual = Limits.defaults();
        Limits brief = new Limits(usual.operation(), usual.planning(), Duration.ofNanos(1), usual.plans(), true);
        FederatedGraph hurried = FederatedGraph.of(feature.supergraph(), subgraphs, brief);

        GatewayAnswer answer = hurried.answer(new GatewayRequest("{ greeting }", null, Map.of()))
                .toCompletableFuture()
                .join();

        assertThat(subgraphs.asked()).isEmpty();
        assertThat(answer.errors()).singleElement().satisfies(error -> {
            assertThat(error).containsEntry("path", List.of("greeting"));
            assertThat(extensions(error)).containsEntry("code", "SUBGRAPH_TIMEOUT");
        });
    }

    private static List<Object> changed(List<Object> entities, int index, @Nullable Object entity) {
        List<Object> changed = new ArrayList<>(entities);
        changed.set(index, entity);
        return changed;
    }

    private static Map<Object, @Nullable Object> withoutScore(Object entity) {
        Map<Object, @Nullable Object> changed = new LinkedHashMap<>((Map<?, ?>) entity);
        changed.put("grade", null);
        changed.put("score", null);
        return changed;
    }

    private GatewayAnswer answer(String query) {
        return graph.answer(new GatewayRequest(query, null, Map.of()))
                .toCompletableFuture()
                .join();
    }

    private Map<String, Object> expected(String query) {
        return bed.expected(new Operation(query, Map.of())).getData();
    }

    private Map<String, Object> expectedWithoutReviews() {
        Map<String, Object> expected = expected(PEOPLE);
        people(expected).forEach(FaultTest::withoutReviews);
        return expected;
    }

    private static void withoutReviews(Map<String, Object> person) {
        person.replaceAll((field, value) -> field.equals("score") || field.equals("reviews") ? null : value);
    }

    private static void assertErrorsAtEachPerson(GatewayAnswer answer, String code, String... fields) {
        assertThat(answer.errors())
                .extracting(error -> error.get("path"))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 3)
                        .boxed()
                        .flatMap(person -> Stream.of(fields).map(field -> List.of("people", person, field)))
                        .toList());
        assertThat(answer.errors())
                .allSatisfy(error -> assertThat(extensions(error))
                        .containsEntry("service", "reviews")
                        .containsEntry("code", code));
    }

    @SuppressWarnings("unchecked") // as GraphQL's response format has it
    private static Map<String, Object> extensions(Map<String, Object> error) {
        return (Map<String, Object>) Objects.requireNonNull(error.get("extensions"));
    }

    @SuppressWarnings("unchecked") // as the schema has it
    private static List<Map<String, Object>> people(Map<String, Object> data) {
        return (List<Map<String, Object>>) Objects.requireNonNull(data.get("people"));
    }
}
