package io.clientele.localstack;

import java.io.IOException;

/** Sends signals that Java itself has no method for. */
final class Signals {

    private Signals() {}

    static void send(String signal, long pid) {
        try {
            // The shell's own kill: /bin/kill is not everywhere. It fails only if the process has just ended.
            new ProcessBuilder("/bin/sh", "-c", "kill -\"$1\" \"$2\"", "kill", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LocalStackException(
                    LocalStackException.Code.FILE_FAILED, "Cannot send SIG" + signal + " to process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(
                    LocalStackException.Code.INTERRUPTED, "Interrupted while stopping process " + pid, e);
        }
    }
}
