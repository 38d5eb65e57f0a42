package io.clientele.gateway.testbed;

import java.util.List;
import java.util.Random;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.Limits;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans stay as they were read and found good; {@code -Dplans.update=true} writes the files again, to be read as a change. */
class PlanBookTest {

    private static final String REQUESTS = "\nRequests\n";
    private static final boolean UPDATE = Boolean.getBoolean("plans.update");

    static List<PlanBook> books() {
        return PlanBook.all();
    }

    @ParameterizedTest
    @MethodSource("books")
    void plansAreAsTheyWereFoundGood(PlanBook book) {
        Feature feature = Feature.named(book.feature());
        FederatedGraph graph = FederatedGraph.of(
                feature.supergraph(), new BedSubgraphs(new Bed(feature), new Random(1)), Limits.defaults());
        if (UPDATE) {
            book.update(page -> plan(graph, page));
            return;
        }
        SoftAssertions softly = new SoftAssertions();
        for (PlanBook.Page page : book.pages()) {
            softly.assertThat(plan(graph, page)).as(page.title()).isEqualTo(page.plan());
        }
        assertThat(book.pages()).isNotEmpty();
        softly.assertAll();
    }

    private static String plan(FederatedGraph graph, PlanBook.Page page) {
        String stages = graph.explain(page.query(), null, page.variables());
        return stages.substring(stages.indexOf(REQUESTS) + REQUESTS.length()).strip();
    }
}
