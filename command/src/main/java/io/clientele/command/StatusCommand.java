package io.clientele.command;

import java.util.Optional;
import java.util.concurrent.Callable;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;
import io.clientele.command.stack.StatusTable;

import picocli.CommandLine.Command;

@Command(name = "status", description = "Shows each part; exits 0 when all are ready, 1 when not, 3 when nothing runs.")
final class StatusCommand implements Callable<Integer> {
    private final Invocation invocation;

    StatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<StackState> state = new StateFile(invocation.home()).running();
        if (state.isEmpty()) {
            invocation.out().println("nothing runs; start it with './clientele up'");
            return CommandFailure.Kind.NOT_RUNNING.exitCode();
        }
        StatusTable table = StatusTable.probe(state.get());
        table.lines().forEach(invocation.out()::println);
        return table.allReady() ? 0 : CommandFailure.Kind.FAILED.exitCode();
    }
}
