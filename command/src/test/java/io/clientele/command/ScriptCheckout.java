package io.clientele.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A small checkout whose Maven and JDK are scripts, too, with the script {@code ./clientele} itself. */
abstract class ScriptCheckout {
    private static final Path SCRIPT = Path.of(System.getProperty("clientele.root"), "clientele");

    @TempDir
    Path folder;

    final Map<String, String> environment = new HashMap<>();
    Path checkout = Path.of("");
    Path jvms = Path.of("");

    @BeforeEach
    void createCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("check out"));
        Files.copy(SCRIPT, checkout.resolve("clientele"));
        Files.createDirectories(checkout.resolve(".mvn"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.createDirectories(checkout.resolve("command/src"));
        Files.writeString(checkout.resolve("command/src/Main.java"), "class Main {}");
        program(checkout.resolve("mvnw"), """
                echo "$*" >>maven-calls
                echo '[INFO] Building contract 0.1.0-SNAPSHOT      [2/13]'
                echo '[INFO] Building jar: /somewhere/contract.jar'
                mkdir -p command/target && touch command/target/clientele-command.jar
                """);
        jvms = folder.resolve("jvms");
        environment.put("CLIENTELE_JVM_FOLDERS", jvms.toString());
        environment.put("JAVA_HOME", "");
        jdk("jdk-25", "25.0.1");
    }

    /** A process that looks like a supervisor; it ends with its input at the latest. */
    Process runningSupervisor() throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "read line", "io.clientele.command.Main").start();
        Path home = Files.createDirectories(checkout.resolve(".clientele"));
        Files.writeString(home.resolve("supervisor.pid"), Long.toString(process.pid()));
        return process;
    }

    record Answer(int exitCode, List<String> lines) {}

    Answer run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), output.lines().toList());
    }

    Process start(String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of("/bin/sh", checkout.resolve("clientele").toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("CI", "CLIENTELE_HOME", "CLIENTELE_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    List<String> mavenCalls() throws IOException {
        return Files.readAllLines(checkout.resolve("maven-calls"));
    }

    Path jdk(String name, String version) throws IOException {
        Path jdk = jvms.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(jdk.resolve("bin/java"), "printf '%s|' 'java " + version + "' \"$@\"; echo");
        program(jdk.resolve("bin/javac"), "exit 0");
        return jdk;
    }

    /** Makes Maven write reports; each text is tests, failures, errors, skipped. */
    void reporting(int exitCode, String... filesAndTexts) throws IOException {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            script.append("mkdir -p \"$(dirname ").append(filesAndTexts[i]).append(")\"\n");
            script.append("cat >").append(filesAndTexts[i]).append(" <<'END'\n");
            script.append(report(filesAndTexts[i + 1])).append("\nEND\n");
        }
        program(
                checkout.resolve("mvnw"),
                script.append("exit ").append(exitCode).toString());
    }

    static String report(String counts) {
        List<String> numbers = List.of(counts.split("\\|", -1));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" name="T" time="1.5" \
                tests="%s" errors="%s" skipped="%s" failures="%s">
                  <testcase name="one" time="0.1"/>
                </testsuite>""".formatted(numbers.get(0), numbers.get(2), numbers.get(3), numbers.get(1));
    }

    static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A folder with what the script and the JDKs of these tests call, and no java. */
    String pathWithoutJava() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String name : List.of(
                "awk", "cat", "cp", "dirname", "find", "flock", "head", "mkdir", "rm", "sed", "sh", "touch", "tr")) {
            Path found = Stream.of("/usr/bin", "/bin")
                    .map(parent -> Path.of(parent, name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            program(bin.resolve(name), "exec " + found + " \"$@\"");
        }
        return bin.toString();
    }

    void buildThatIsStale() throws IOException, InterruptedException {
        run("up");
        Files.setLastModifiedTime(
                checkout.resolve("target/built"), FileTime.from(Instant.now().minusSeconds(60)));
    }

    /** A process that holds the lock as a build does; it ends with its input at the latest. */
    Process holderOfTheBuildLock() throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "exec 9<mvnw; flock 9; echo locked; exec cat")
                .directory(checkout.toFile())
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("locked");
        return process;
    }
}
