package io.clientele.command.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.clientele.loader.LoadReport;

/** What became of a load, in sentences. */
final class ReportText {
    private ReportText() {}

    static List<String> lines(LoadReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d events sent in %.1f s: %,d accepted, %,d known already, %,d rejected",
                report.sent(),
                report.elapsed().toMillis() / 1000.0,
                report.accepted(),
                report.duplicates(),
                report.rejected()));
        report.rejections().forEach((code, count) -> lines.add(count(count, "rejected: " + code)));
        report.badRows().forEach((code, count) -> lines.add(count(count, "bad rows: " + code)));
        if (!report.badRows().isEmpty() || !report.rejections().isEmpty()) {
            lines.add("each with its line and reason in " + report.badRowsFile());
        }
        return lines;
    }

    private static String count(long count, String what) {
        return String.format(Locale.ROOT, "  %,d %s", count, what);
    }
}
