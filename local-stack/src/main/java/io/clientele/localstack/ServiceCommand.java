package io.clientele.localstack;

import java.nio.file.Path;
import java.util.List;

/** The command line that starts a built service on a machine that it shares with all the others. */
public final class ServiceCommand {

    private ServiceCommand() {}

    /**
     * Program and arguments.
     *
     * @param module the module's folder, such as {@code funnel-service}
     * @param jar its {@code quarkus-run.jar}
     */
    public static List<String> of(String module, Path jar) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes(module) + "m",
                "-XX:+UseSerialGC",
                // Half of the heap for what is new: a page of events is read, answered and let go.
                "-XX:NewRatio=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString());
    }

    private static int heapMegabytes(String module) {
        return switch (module) {
            case "funnel-service" -> 448;
            case "profile-service" -> 768;
            default -> 192;
        };
    }
}
