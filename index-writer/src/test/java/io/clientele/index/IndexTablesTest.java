package io.clientele.index;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IndexTablesTest {

    @Test
    void refusesNamesThatWouldChangeAStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexTables("indices", "outbox; DROP TABLE x", "refused", "id", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexTables("indices", "outbox", "refused", "id", "NULL::bigint"));
    }
}
