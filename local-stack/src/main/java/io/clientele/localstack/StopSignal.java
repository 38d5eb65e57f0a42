package io.clientele.localstack;

import java.io.IOException;

/** How a process is asked to stop. */
enum StopSignal {
    TERM,
    /** PostgreSQL's fast shutdown; on TERM it would wait for its clients to leave. */
    INT;

    void sendTo(ProcessHandle process) {
        String pid = Long.toString(process.pid());
        try {
            // The shell's own kill: Java can send TERM only. It fails if the process has just ended, which is no harm.
            new ProcessBuilder("/bin/sh", "-c", "kill -\"$1\" \"$2\"", "kill", name(), pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LocalStackException(
                    LocalStackException.Code.FILE_FAILED, "Cannot send SIG" + name() + " to process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(
                    LocalStackException.Code.INTERRUPTED, "Interrupted while stopping process " + pid, e);
        }
    }
}
