package io.clientele.command;

import java.io.BufferedReader;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the script itself in a small checkout whose Maven and JDK are scripts, too. */
class ScriptTest {
    private static final Path SCRIPT = Path.of(System.getProperty("clientele.root"), "clientele");

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path checkout;
    private Path jvms;

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

    @Test
    void buildsOnceAndHandsOverToJava() throws Exception {
        Answer first = run("token", "analyst", "two words");
        Answer second = run("token", "analyst", "two words");

        assertThat(first.exitCode()).isZero();
        assertThat(first.lines())
                .startsWith("clientele: building (a first build takes a few minutes)", "clientele:   2/13 contract")
                .hasSize(3);
        assertThat(first.lines()).last().asString().endsWith("io.clientele.command.Main|token|analyst|two words|");
        assertThat(second.lines()).singleElement().asString().startsWith("java 25.0.1|");
        assertThat(mavenCalls()).singleElement().asString().startsWith("-B -ntp package -DskipTests");
    }

    @Test
    void buildsAgainWhatWasEdited() throws Exception {
        run("up");
        Files.setLastModifiedTime(
                checkout.resolve("command/src/Main.java"),
                FileTime.from(Instant.now().plusSeconds(5)));

        run("up");

        assertThat(mavenCalls()).hasSize(2);
    }

    @Test
    void answersFromAnOldBuildWhereFreshnessDoesNotMatter() throws Exception {
        run("up");
        Files.setLastModifiedTime(
                checkout.resolve("command/src/Main.java"),
                FileTime.from(Instant.now().plusSeconds(5)));

        run("status");

        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void showsTheEndOfABrokenBuildAndTriesAgainNextTime() throws Exception {
        program(checkout.resolve("mvnw"), "echo '[ERROR] a semicolon is missing'; exit 1");

        Answer answer = run("up");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).contains("[ERROR] a semicolon is missing");
        assertThat(answer.lines()).last().asString().startsWith("clientele: the build failed; its whole output is in ");
        assertThat(run("up").exitCode()).isEqualTo(1);
    }

    @Test
    void leavesTheJarsOfARunningStackAlone() throws Exception {
        run("up");
        Files.setLastModifiedTime(
                checkout.resolve("command/src/Main.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        Process supervisor = runningSupervisor();

        Answer up = run("up");
        Answer test = run("test");
        supervisor.destroyForcibly().waitFor();
        run("up");

        assertThat(up.lines()).first().asString().startsWith("clientele: the sources are newer than the running stack");
        assertThat(test.exitCode()).isEqualTo(1);
        assertThat(test.lines()).singleElement().asString().contains("'./clientele down' first");
        assertThat(mavenCalls()).hasSize(2);
    }

    @Test
    void buildsOnceForAllThatWaitedForABuildThatWasKilled() throws Exception {
        Process killed = holderOfTheBuildLock();
        Process first = start("up");
        Process second = start("up");
        String waiting = "clientele: waiting for another build of this checkout";
        BufferedReader firstOutput = first.inputReader();
        BufferedReader secondOutput = second.inputReader();
        assertThat(firstOutput.readLine()).isEqualTo(waiting);
        assertThat(secondOutput.readLine()).isEqualTo(waiting);

        killed.destroyForcibly().waitFor();

        assertThat(firstOutput.lines()).last().asString().contains("io.clientele.command.Main|up|");
        assertThat(secondOutput.lines()).last().asString().contains("io.clientele.command.Main|up|");
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void doesNotBuildAgainWhatAGreenTestBuilt() throws Exception {
        buildThatIsStale();
        reporting(0, "a/target/surefire-reports/TEST-A.xml", "5|0|0|0");

        assertThat(run("test").exitCode()).isZero();

        program(checkout.resolve("mvnw"), "exit 1");
        assertThat(run("up").exitCode()).isZero();
    }

    @Test
    void buildsAgainAfterATestOfAFewModules() throws Exception {
        buildThatIsStale();
        reporting(0, "a/target/surefire-reports/TEST-A.xml", "5|0|0|0");

        assertThat(run("test", "-pl", "a").exitCode()).isZero();

        program(checkout.resolve("mvnw"), "exit 1");
        assertThat(run("up").exitCode()).isEqualTo(1);
    }

    @Test
    void buildsAgainAfterATestThatFailed() throws Exception {
        buildThatIsStale();
        reporting(1, "a/target/surefire-reports/TEST-A.xml", "5|1|0|0");

        assertThat(run("test").exitCode()).isEqualTo(1);

        program(checkout.resolve("mvnw"), "exit 1");
        assertThat(run("up").exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-h", "--help", "help", "help import", "test --help", "bench -h"})
    void helpsWithoutABuildAndWithoutAJdk(String words) throws Exception {
        environment.put("PATH", pathWithoutJava());
        Files.move(jvms.resolve("jdk-25"), folder.resolve("hidden"));

        Answer answer = run(words.isEmpty() ? new String[0] : words.split(" ", -1));

        assertThat(answer.exitCode()).isZero();
        for (String command : CommandNames.all()) {
            assertThat(answer.lines()).anyMatch(line -> line.startsWith("  " + command + " "));
        }
        assertThat(answer.lines())
                .anyMatch(line -> line.startsWith("  test "))
                .anyMatch(line -> line.startsWith("  bench collect "));
    }

    @Test
    void knowsWithoutABuildThatNothingRuns() throws Exception {
        assertThat(run("status")).isEqualTo(new Answer(3, List.of("nothing runs; start it with './clientele up'")));
        assertThat(run("down")).isEqualTo(new Answer(0, List.of("nothing runs")));

        assertThat(checkout.resolve("maven-calls")).doesNotExist();
    }

    @Test
    void explainsACommandInFullOnceItIsBuilt() throws Exception {
        run("up");

        assertThat(run().lines()).last().asString().endsWith("io.clientele.command.Main|help|");
        assertThat(run("help", "import").lines()).last().asString().endsWith("io.clientele.command.Main|help|import|");
    }

    @Test
    void prefersTheJdkOfTheEnvironment() throws Exception {
        environment.put("JAVA_HOME", jdk("mine", "26").toString());

        assertThat(run("up").lines()).last().asString().startsWith("java 26|");
    }

    @Test
    void prefersTheJdkThatItIsBuiltWithToNewerOnes() throws Exception {
        jdk("a-jdk-26", "26");
        jdk("z-jdk-27", "27");

        assertThat(run("up").lines()).last().asString().startsWith("java 25.0.1|");
    }

    @Test
    void takesTheNearestOfNewerJdks() throws Exception {
        Files.move(jvms.resolve("jdk-25"), folder.resolve("hidden"));
        environment.put("PATH", pathWithoutJava());
        jdk("a-jdk-27", "27");
        jdk("z-jdk-26", "26.0.1");

        assertThat(run("up").lines()).last().asString().startsWith("java 26.0.1|");
    }

    @Test
    void passesOverOldAndIncompleteJdks() throws Exception {
        Files.move(jvms.resolve("jdk-25"), jvms.resolve("z-jdk-25"));
        jdk("a-jdk-17", "17.0.9");
        Files.delete(jdk("b-jre-25", "25.0.1").resolve("bin/javac"));
        environment.put("JAVA_HOME", jvms.resolve("a-jdk-17").toString());

        assertThat(run("up").lines()).last().asString().startsWith("java 25.0.1|");
    }

    @Test
    void saysInOneSentenceThatTheJdkIsMissing() throws Exception {
        Files.move(jvms.resolve("jdk-25"), folder.resolve("hidden"));
        environment.put("PATH", pathWithoutJava());

        Answer answer = run("up");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines())
                .containsExactly(
                        "clientele: a JDK 25 or newer (with javac) is needed and none was found; install one or"
                                + " point JAVA_HOME to it.");
    }

    @Test
    void sumsTheTestsOfAllModules() throws Exception {
        reporting(
                0,
                "a/target/surefire-reports/TEST-A.xml",
                "5|0|0|0",
                "b/target/failsafe-reports/TEST-B.xml",
                "2|0|0|0");

        Answer answer = run("test");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.lines()).last().isEqualTo("Tests run: 7, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void doesNotCountReportsOfEarlierRuns() throws Exception {
        Path old = checkout.resolve("c/target/surefire-reports/TEST-Old.xml");
        Files.createDirectories(old.getParent());
        Files.writeString(old, report("9|0|0|0"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));
        reporting(0, "a/target/surefire-reports/TEST-A.xml", "5|0|0|0");

        assertThat(run("test").lines()).last().isEqualTo("Tests run: 5, Failures: 0, Errors: 0, Skipped: 0");
    }

    @Test
    void failsWithMaven() throws Exception {
        reporting(1, "a/target/surefire-reports/TEST-A.xml", "5|1|2|0");

        Answer answer = run("test");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).last().isEqualTo("Tests run: 5, Failures: 1, Errors: 2, Skipped: 0");
    }

    @Test
    void failsOnASkippedTestInContinuousIntegrationOnly() throws Exception {
        reporting(0, "a/target/surefire-reports/TEST-A.xml", "5|0|0|1");

        assertThat(run("test").exitCode()).isZero();
        environment.put("CI", "true");
        Answer answer = run("test");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).last().isEqualTo("clientele: a skipped test is a failure when CI=true.");
    }

    @Test
    void failsWhenNoTestRan() throws Exception {
        program(checkout.resolve("mvnw"), "exit 0");

        Answer answer = run("test");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.lines()).last().isEqualTo("clientele: no test ran.");
    }

    /** A process that looks like a supervisor; it ends with its input at the latest. */
    private Process runningSupervisor() throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "read line", "io.clientele.command.Main").start();
        Path home = Files.createDirectories(checkout.resolve(".clientele"));
        Files.writeString(home.resolve("supervisor.pid"), Long.toString(process.pid()));
        return process;
    }

    private record Answer(int exitCode, List<String> lines) {}

    private Answer run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), output.lines().toList());
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of("/bin/sh", checkout.resolve("clientele").toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("CI", "CLIENTELE_HOME", "CLIENTELE_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> mavenCalls() throws IOException {
        return Files.readAllLines(checkout.resolve("maven-calls"));
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = jvms.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(jdk.resolve("bin/java"), "printf '%s|' 'java " + version + "' \"$@\"; echo");
        program(jdk.resolve("bin/javac"), "exit 0");
        return jdk;
    }

    /** Makes Maven write reports; each text is tests, failures, errors, skipped. */
    private void reporting(int exitCode, String... filesAndTexts) throws IOException {
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

    private static String report(String counts) {
        List<String> numbers = List.of(counts.split("\\|", -1));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" name="T" time="1.5" \
                tests="%s" errors="%s" skipped="%s" failures="%s">
                  <testcase name="one" time="0.1"/>
                </testsuite>""".formatted(numbers.get(0), numbers.get(2), numbers.get(3), numbers.get(1));
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A folder with what the script and the JDKs of these tests call, and no java. */
    private String pathWithoutJava() throws IOException {
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

    private void buildThatIsStale() throws IOException, InterruptedException {
        run("up");
        Files.setLastModifiedTime(
                checkout.resolve("target/built"), FileTime.from(Instant.now().minusSeconds(60)));
    }

    /** A process that holds the lock as a build does; it ends with its input at the latest. */
    private Process holderOfTheBuildLock() throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "exec 9<mvnw; flock 9; echo locked; exec cat")
                .directory(checkout.toFile())
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("locked");
        return process;
    }
}
