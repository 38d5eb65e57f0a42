package io.clientele.index;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxWindowTest {

    @Test
    void gathersAllRowsOfAnIdWhereItsOldestStands() {
        List<OutboxRow> rows = List.of(row(1, "a"), row(2, "b"), row(3, "a"), row(4, "c"), row(5, "b"));

        assertThat(new OutboxWindow(rows).parts(2))
                .containsExactly(List.of(row(1, "a"), row(3, "a"), row(2, "b"), row(5, "b")), List.of(row(4, "c")));
    }

    @Test
    void hasNoPartsWithoutRows() {
        assertThat(new OutboxWindow(List.of()).parts(10)).isEmpty();
    }

    @Test
    void keepsTheRowThatTellsOfARemoval() {
        OutboxRow removal = new OutboxRow(2, "a", OptionalLong.of(7));

        assertThat(new OutboxWindow(List.of(row(1, "a"), removal, row(3, "b"))).parts(1))
                .containsExactly(List.of(row(1, "a"), removal), List.of(row(3, "b")));
    }

    private static OutboxRow row(long number, String id) {
        return new OutboxRow(number, id, OptionalLong.empty());
    }
}
