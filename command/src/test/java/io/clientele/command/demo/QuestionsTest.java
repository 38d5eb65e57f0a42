package io.clientele.command.demo;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionsTest {
    @Test
    void fitOnALineBetweenSingleQuotesOfAShell() {
        for (String question : List.of(
                Questions.choose(),
                Questions.card(),
                Questions.customer(),
                Questions.watch(),
                Questions.segment(),
                Questions.tag())) {
            assertThat(question).doesNotContain("'", "\n").isNotBlank();
        }
    }
}
