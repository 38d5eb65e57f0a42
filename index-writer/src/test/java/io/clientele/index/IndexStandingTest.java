package io.clientele.index;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.clientele.contract.index.IndexNames;
import io.clientele.index.Generation.State;
import io.clientele.index.Outbox.Counts;

import static org.assertj.core.api.Assertions.assertThat;

class IndexStandingTest {

    private static final IndexNames NAMES = new IndexNames("things", "things-");

    @Test
    void tellsOfTheLiveIndexAndOfTheOneBesideIt() {
        List<Generation> generations = List.of(
                new Generation(1, State.RETIRED, "z", 9),
                new Generation(2, State.LIVE, "y", 8),
                new Generation(3, State.FILLING, "c", 3));

        assertThat(IndexStanding.of(NAMES, generations, new Counts(4, 1)))
                .isEqualTo(new IndexStanding("things-2", "things-3", 3, 4, 1));
    }

    @Test
    void hasNoIndexBeforeTheFirst() {
        assertThat(IndexStanding.of(NAMES, List.of(), new Counts(0, 0)))
                .isEqualTo(new IndexStanding(null, null, 0, 0, 0));
    }
}
