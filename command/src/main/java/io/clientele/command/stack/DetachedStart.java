package io.clientele.command.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;

/**
 * Starts the supervisor as a process of its own that outlives this one, shows what it says, and waits until everything
 * is ready.
 */
public final class DetachedStart {
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Home home;
    private final Path root;
    private final PrintWriter progress;

    public DetachedStart(Home home, Path root, PrintWriter progress) {
        this.home = home;
        this.root = root;
        this.progress = progress;
    }

    /**
     * Returns when everything is ready.
     *
     * @throws CommandFailure when the stack does not come up
     */
    public StackState start() throws IOException, InterruptedException {
        Path log = home.create().log("supervisor");
        Files.deleteIfExists(log);
        Process supervisor = new ProcessBuilder(command())
                .directory(home.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        StateFile stateFile = new StateFile(home);
        int shown = 0;
        while (!supervisor.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            shown = show(log, shown);
            Optional<StackState> state = stateFile
                    .running()
                    .filter(found -> found.supervisor().pid() == supervisor.pid())
                    .filter(StackState::allReady);
            if (state.isPresent()) {
                show(log, shown);
                return state.get();
            }
        }
        show(log, shown);
        throw CommandFailure.failed("the stack did not start; its log is " + log);
    }

    /** A session of its own, so that neither a closed terminal nor a Ctrl-C in it reaches the stack. */
    private List<String> command() {
        return List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dclientele.root=" + root,
                "-Dclientele.home=" + home.folder(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.clientele.command.Main",
                "up",
                "--in-background");
    }

    private int show(Path log, int shown) throws IOException {
        List<String> lines = Files.readAllLines(log);
        lines.subList(shown, lines.size()).forEach(progress::println);
        progress.flush();
        return lines.size();
    }
}
