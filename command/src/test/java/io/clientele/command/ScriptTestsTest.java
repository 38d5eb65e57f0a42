package io.clientele.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the script makes of a run of all tests. */
class ScriptTestsTest extends ScriptCheckout {
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
}
