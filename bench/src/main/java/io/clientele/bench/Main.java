package io.clientele.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Runs one benchmark by name; exits with 1 when a goal is missed and with 2 when it is called wrongly. */
public final class Main {

    private static final int GOAL_MISSED = 1;
    private static final int WRONG_CALL = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(List<String> arguments, PrintStream out) throws Exception {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> options = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        switch (name) {
            case "collect" -> {
                return CollectBenchmark.run(CollectOptions.parse(options), out) ? 0 : GOAL_MISSED;
            }
            default -> {
                out.println("bench knows: " + String.join(", ", Arrays.asList("collect")));
                return WRONG_CALL;
            }
        }
    }
}
