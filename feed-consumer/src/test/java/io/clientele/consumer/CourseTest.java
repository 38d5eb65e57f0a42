package io.clientele.consumer;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CourseTest {

    private static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(1);
    private static final Instant THIRD = FIRST.plusSeconds(2);

    private final Course course = new Course();

    @Test
    void everythingIsReadThatWasThereWhenAPageWithNothingBehindItWasAskedFor() {
        assertThat(course.worked(10, 0, FIRST)).contains(FIRST);
        assertThat(course.worked(10, 0, SECOND)).contains(SECOND);
    }

    @Test
    void getsOnWhileThereIsAlwaysSomethingBehind() {
        assertThat(course.worked(10, 5, FIRST)).isEmpty();
        assertThat(course.worked(16, 4, SECOND)).contains(FIRST);
        assertThat(course.worked(20, 1, THIRD)).contains(SECOND);
    }

    @Test
    void waitsUntilABacklogIsRead() {
        assertThat(course.worked(10, 20, FIRST)).isEmpty();
        assertThat(course.worked(20, 15, SECOND)).isEmpty();
        assertThat(course.worked(30, 9, THIRD)).contains(FIRST);
    }
}
