package io.clientele.command.load;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.clientele.loader.LoadReport;
import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.Rows;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressBarTest {
    private final StringWriter out = new StringWriter();

    @Test
    void printsALineEachTenthWhereNobodyWatches() {
        ProgressBar bar = new ProgressBar(new PrintWriter(out), false);

        bar.started(new Thousand(), 0);
        for (int i = 1; i <= 1000; i++) {
            bar.advanced(i, i, 0);
        }

        assertThat(out.toString().lines()).hasSize(10).last().asString().contains("100 %  1,000 events");
        assertThat(out.toString()).doesNotContain("\r");
    }

    @Test
    void staysOnOneLineOfATerminal() {
        ProgressBar bar = new ProgressBar(new PrintWriter(out), true);

        bar.started(new Thousand(), 0);
        bar.advanced(500, 500, 2);

        assertThat(out.toString())
                .startsWith("\r[███████████████···············]  50 %  500 events")
                .contains(", 2 bad rows");
        assertThat(out.toString()).doesNotContain("\n");
    }

    @Test
    void tellsOnceWhyItWaits() {
        ProgressBar bar = new ProgressBar(new PrintWriter(out), false);

        bar.started(new Thousand(), 0);
        bar.waiting(Duration.ofMillis(1500), "overload");
        bar.waiting(Duration.ofMillis(1500), "overload");
        bar.advanced(1, 1, 0);
        bar.waiting(Duration.ofMillis(1500), "overload");

        assertThat(out).hasToString("waiting, and trying again: overload\nwaiting, and trying again: overload\n");
    }

    @Test
    void listsWhatWasRefusedAndWhereToLook() {
        LoadReport report = new LoadReport(
                1200,
                1000,
                150,
                50,
                new LinkedHashMap<>(Map.of("price_invalid", 3L)),
                new LinkedHashMap<>(Map.of("too_large", 50L)),
                Path.of("/x/bad-rows.ndjson"),
                0,
                Duration.ofMillis(2500));

        assertThat(ReportText.lines(report))
                .containsExactly(
                        "1,200 events sent in 2.5 s: 1,000 accepted, 150 known already, 50 rejected",
                        "  50 rejected: too_large",
                        "  3 bad rows: price_invalid",
                        "each with its line and reason in /x/bad-rows.ndjson");
    }

    private record Thousand() implements EventSource {
        @Override
        public String dataSet() {
            return "thousand";
        }

        @Override
        public String fingerprint() {
            return "1000";
        }

        @Override
        public long size() {
            return 1000;
        }

        @Override
        public Unit unit() {
            return Unit.EVENTS;
        }

        @Override
        public Rows open() {
            throw new UnsupportedOperationException("only its size is of interest here");
        }
    }
}
