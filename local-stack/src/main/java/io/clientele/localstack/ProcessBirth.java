package io.clientele.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * When a process began, in the kernel's clock ticks since boot: with the pid, what identifies a process although pids
 * are used again. (Java's own start instant depends on the wall clock, which may be set.)
 */
final class ProcessBirth {

    /** {@code starttime} is the 22nd field of /proc/PID/stat, counted from 1; see proc_pid_stat(5). */
    private static final int FIELD = 22;

    /** The second field, the program's name in brackets, may itself hold blanks and brackets. */
    private static final int FIELDS_UP_TO_NAME = 2;

    private ProcessBirth() {}

    /** Empty if there is no such process. */
    static OptionalLong of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] afterName =
                    stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
            return OptionalLong.of(Long.parseLong(afterName[FIELD - FIELDS_UP_TO_NAME - 1]));
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }
}
