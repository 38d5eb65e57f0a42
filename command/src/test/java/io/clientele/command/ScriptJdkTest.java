package io.clientele.command;

import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which JDK the script takes. */
class ScriptJdkTest extends ScriptCheckout {
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
}
