package io.clientele.command.stack;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A real process that is ready at once and lasts for some seconds. */
record SleepingPart(String name, List<String> needs, String seconds) implements Part {
    @Override
    public String address() {
        return "http://127.0.0.1:1";
    }

    @Override
    public RunningPart launch() throws IOException {
        return new Sleeping(new ProcessBuilder("sleep", seconds).start());
    }

    record Sleeping(Process process) implements RunningPart {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public Optional<String> whyNotReady() {
            return Optional.empty();
        }

        @Override
        public String lastWords() {
            return "zzz";
        }

        @Override
        public void stop() {
            process.destroyForcibly().onExit().join();
        }
    }
}
