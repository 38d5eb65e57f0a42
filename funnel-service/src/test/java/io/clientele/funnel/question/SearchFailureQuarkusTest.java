package io.clientele.funnel.question;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@TestProfile(SearchFailureQuarkusTest.WithFailingElasticsearch.class)
class SearchFailureQuarkusTest {

    private static final String FUNNEL = "query($in: FunnelInput!) { funnel(input: $in) { steps { count } } }";

    @ParameterizedTest
    @CsvSource({
        "answers 503, SEARCH_UNAVAILABLE",
        FailingElasticsearch.HUNG_UP + ", SEARCH_UNAVAILABLE",
        FailingElasticsearch.OVERLOADED + ", SEARCH_OVERLOADED",
        FailingElasticsearch.PARTIAL + ", SEARCH_INCOMPLETE",
        FailingElasticsearch.TIMED_OUT + ", SEARCH_INCOMPLETE"
    })
    void answersErrorInsteadOfSmallerNumber(String event, String code) {
        Graphql.ask(FUNNEL, Map.of("in", input(event)))
                .body("errors.extensions.code", contains(code))
                .body("errors[0].path", contains("funnel"));
    }

    @Test
    void keepsToItselfWhyItsOwnSearchWasRefused() {
        Graphql.ask(FUNNEL, Map.of("in", input(FailingElasticsearch.REFUSED)))
                .body("errors.extensions.code", contains("INTERNAL"))
                .body("errors[0].message", not(containsString("secret")));
    }

    @Test
    void tellsThatEntitiesCannotBeSearched() {
        Graphql.ask(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { __typename } }",
                        Map.of("ids", List.of(Map.of("__typename", "Customer", "id", "c1"))))
                .body("errors[0].extensions.code", equalTo("SEARCH_UNAVAILABLE"));
    }

    private static Map<String, Object> input(String event) {
        return Map.of(
                "steps",
                List.of(Map.of("event", event)),
                "window",
                "P7D",
                "from",
                "2011-10-01T00:00:00Z",
                "to",
                "2011-11-01T00:00:00Z");
    }

    /** Runs against {@link FailingElasticsearch} instead of the one that the other tests share. */
    public static final class WithFailingElasticsearch implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FailingElasticsearch.class), new TestResourceEntry(SigningKeys.class));
        }
    }
}
