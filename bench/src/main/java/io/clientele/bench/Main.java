package io.clientele.bench;

import java.io.PrintStream;
import java.util.List;

/** Runs one benchmark by name; exits with 1 when a goal is missed and with 2 when it is called wrongly. */
public final class Main {

    private static final int GOAL_MISSED = 1;
    private static final int WRONG_CALL = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        int code;
        try {
            code = run(List.of(arguments), System.out);
        } catch (IllegalArgumentException wrongCall) {
            System.err.println("bench: " + wrongCall.getMessage());
            code = WRONG_CALL;
        }
        System.exit(code);
    }

    static int run(List<String> arguments, PrintStream out) throws Exception {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> options = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        return switch (name) {
            case "collect" -> CollectBenchmark.run(CollectOptions.parse(options), out) ? 0 : GOAL_MISSED;
            case "feed" -> FeedBenchmark.run(FeedOptions.parse(options), out) ? 0 : GOAL_MISSED;
            case "facts" -> FactsBenchmark.run(FactsOptions.parse(options), out) ? 0 : GOAL_MISSED;
            case "gateway" -> GatewayBenchmark.run(GatewayOptions.parse(options), out) ? 0 : GOAL_MISSED;
            case "segments" -> SegmentsBenchmark.run(SegmentsOptions.parse(options), out) ? 0 : GOAL_MISSED;
            case "triggers" -> TriggersBenchmark.run(TriggersOptions.parse(options), out) ? 0 : GOAL_MISSED;
            default -> {
                out.println("bench knows: collect, feed, facts, segments, triggers, gateway");
                yield WRONG_CALL;
            }
        };
    }
}
