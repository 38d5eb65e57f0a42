package io.clientele.funnel.funnel;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.clientele.funnel.question.Questions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "P7D, 604800000ms",
        "PT30M, 1800000ms",
        "P1DT12H, 129600000ms",
        "PT0.001S, 1ms",
        "P2W, 1209600000ms",
        "P3650D, 315360000000ms"
    })
    void readsDaysHoursMinutesSecondsAndWeeks(String text, String timeValue) {
        assertThat(Window.parse(text).timeValue()).isEqualTo(timeValue);
    }

    @Test
    void readsWeekAsSevenDays() {
        assertThat(Window.parse("P1W")).isEqualTo(new Window(Duration.ofDays(7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7 days",
                "P",
                "P1M",
                "P1Y",
                "P1Y2M3D",
                "P1M1W",
                "PT0S",
                "-P1D",
                "P3651D",
                "P999W",
                "PT0.0001S",
                "P9999999999999999999D",
                "P1W2D"
            })
    void refusesWhatIsNoFixedPositiveLength(String text) {
        assertRefused(() -> Window.parse(text), "INVALID_WINDOW", "input.window");
    }
}
