package io.clientele.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Another JVM with the class path of this test, to be killed. */
record OtherJvm(Process process, BufferedReader output) implements AutoCloseable {

    static OtherJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx64m");
        command.add("-Dclientele.root=" + System.getProperty("clientele.root"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new OtherJvm(process, process.inputReader());
    }

    String readLine() throws IOException {
        return Objects.requireNonNull(output.readLine(), "the other JVM ended");
    }

    long readNumber() throws IOException {
        return Long.parseLong(readLine());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
