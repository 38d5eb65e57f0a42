package io.clientele.system.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.clientele.localstack.ChildProcess;

/**
 * A service that runs from its image: in a root of its own that cannot be written to but for {@code /tmp}, as the image's
 * user, without capabilities, with no environment but the given one. Needs Linux, and either root or the right to make user
 * namespaces.
 */
record Container(String name, ChildProcess process, Path logFile) implements AutoCloseable {

    /**
     * Starts the image's command.
     *
     * @param folder takes the image, the log and whatever else is needed
     * @param shared what the service sees as {@code /run}
     */
    static Container start(String module, Path folder, Path shared, Map<String, String> environment)
            throws IOException {
        Image image = Image.unpack(module, Files.createDirectories(folder.resolve("image")));
        boolean root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        List<String> command = new ArrayList<>(List.of("unshare"));
        if (!root) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--mount", "sh", script(folder).toString()));
        command.add(Files.createDirectories(folder.resolve("root")).toString());
        command.add(image.root().toString());
        command.add(System.getProperty("java.home"));
        command.add(shared.toString());
        command.add(root ? image.settings().path("User").asText() : "mapped");
        environment.forEach((key, value) -> command.add(key + "=" + value));
        image.texts("Env").forEach(command::add);
        command.addAll(image.command());
        Path log = folder.resolve(module + ".log");
        return new Container(module, ChildProcess.start(module, command, Map.of(), folder, log), log);
    }

    String log() throws IOException {
        return Files.readString(logFile);
    }

    /** What the kernel says of the process. */
    List<String> status() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
    }

    /** Asks it to stop, as an orchestrator does. */
    void terminate() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
    }

    @Override
    public void close() {
        process.close();
    }

    private static Path script(Path folder) throws IOException {
        try (InputStream script = Objects.requireNonNull(Container.class.getResourceAsStream("run.sh"))) {
            Path file = folder.resolve("run.sh");
            Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }
}
