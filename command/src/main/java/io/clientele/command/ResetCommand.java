package io.clientele.command;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.command.home.HomeLock;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Deletes all data, keys and logs of this checkout, after asking.")
final class ResetCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    ResetCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Home home = invocation.home();
        if (!home.exists()) {
            invocation.err().println("nothing to delete");
            return 0;
        }
        Optional<HomeLock> lock = HomeLock.tryAcquire(home);
        if (lock.isEmpty()) {
            throw CommandFailure.failed("the stack runs; './clientele down' first");
        }
        try {
            if (!yes && !confirmed(home)) {
                invocation.err().println("nothing was deleted");
                return CommandFailure.Kind.FAILED.exitCode();
            }
            home.delete();
            invocation.err().println("deleted " + home.folder());
            return 0;
        } finally {
            lock.get().close();
        }
    }

    private boolean confirmed(Home home) throws IOException {
        if (!invocation.interactive()) {
            throw CommandFailure.usage("nobody is there to be asked; say --yes");
        }
        invocation.err().print("Delete all events, keys and logs in " + home.folder() + "? [y/N] ");
        invocation.err().flush();
        @Nullable String answer = invocation.in().readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
