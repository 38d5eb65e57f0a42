package io.clientele.localstack;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedStackTest {

    @Test
    void oneServerOfEachKindServesAllTests() {
        assertThat(SharedStack.elasticsearch()).isSameAs(SharedStack.elasticsearch());
        assertThat(SharedStack.postgres()).isSameAs(SharedStack.postgres());
    }

    @Test
    void leavesNothingBehindWhenTheJvmExits() throws Exception {
        try (OtherJvm other = OtherJvm.start(BriefJvm.class)) {
            long pid = other.readNumber();
            Path folder = Path.of(other.readLine());

            assertThat(other.process().waitFor()).isZero();

            Processes.awaitEnd(pid);
            assertThat(folder).doesNotExist();
        }
    }

    /** Uses the shared PostgreSQL and exits. */
    static final class BriefJvm {
        private BriefJvm() {}

        public static void main(String[] arguments) throws Exception {
            PostgresServer server = SharedStack.postgres();
            System.out.println(server.pid());
            System.out.println(
                    Path.of("/proc/" + server.pid() + "/cwd").toRealPath().getParent());
        }
    }
}
