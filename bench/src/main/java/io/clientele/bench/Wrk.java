package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator <a href="https://github.com/wg/wrk">wrk</a>, as Debian and others package it. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern SHARE = Pattern.compile("\\s(50|99)%\\s+([0-9.]+)(us|ms|s|m)\\b");
    private static final Pattern UNWANTED = Pattern.compile("(Non-2xx or 3xx responses|Socket errors): (.*)");
    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0, "m", 60_000.0);

    private final Path script;

    /**
     * What it measured.
     *
     * @param rate requests a second
     * @param median milliseconds that half of the requests took at most
     * @param late milliseconds that 99 % of the requests took at most
     */
    record Measure(double rate, double median, double late) {}

    private Wrk(Path script) {
        this.script = script;
    }

    /** Sends one request over and over. */
    static Wrk posting(String body, String token, Path folder) throws IOException {
        String script = """
                wrk.method = "POST"
                wrk.headers["Content-Type"] = "application/json"
                wrk.headers["Accept"] = "application/json"
                wrk.headers["Authorization"] = "Bearer %s"
                wrk.body = [==[%s]==]
                """.formatted(token, body);
        return new Wrk(Files.writeString(Files.createTempFile(folder, "request", ".lua"), script));
    }

    /**
     * Loads an address.
     *
     * @throws IllegalStateException if there is no wrk, or an answer is not of status 2xx
     */
    Measure load(URI address, int connections, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "--latency",
                        "-s",
                        script.toString(),
                        address.toString()))
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("wrk fails: " + told);
        }
        Matcher unwanted = UNWANTED.matcher(told);
        if (unwanted.find()) {
            throw new IllegalStateException(address + ": " + unwanted.group());
        }
        return new Measure(number(RATE, told), millis("50", told), millis("99", told));
    }

    private static double number(Pattern pattern, String told) {
        Matcher matcher = pattern.matcher(told);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk tells something unknown: " + told);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static double millis(String share, String told) {
        return SHARE.matcher(told)
                .results()
                .filter(found -> found.group(1).equals(share))
                .mapToDouble(
                        found -> Double.parseDouble(found.group(2)) * MILLIS.getOrDefault(found.group(3), Double.NaN))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk tells no latency: " + told));
    }
}
