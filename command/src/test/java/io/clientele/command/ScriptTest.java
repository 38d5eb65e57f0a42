package io.clientele.command;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the script builds, and hands over to Java. */
class ScriptTest extends ScriptCheckout {
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
}
