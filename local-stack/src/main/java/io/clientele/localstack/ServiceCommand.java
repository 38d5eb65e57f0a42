package io.clientele.localstack;

import java.nio.file.Path;
import java.util.List;

/** The command line that starts a built service with the options of its image. */
public final class ServiceCommand {

    private ServiceCommand() {}

    /**
     * Program and arguments.
     *
     * @param module the module's folder, such as {@code funnel-service}
     * @param jar its {@code quarkus-run.jar}
     */
    public static List<String> of(String module, Path jar) {
        Path root = Checkout.root();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + root.resolve("images/service/root/app/jvm.options"),
                "@" + root.resolve(module).resolve("src/main/image/app/heap.options"),
                "-jar",
                jar.toString());
    }
}
