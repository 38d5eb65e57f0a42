package io.clientele.command;

import java.util.concurrent.Callable;

import io.clientele.command.stack.RunningStack;

import picocli.CommandLine.Command;

@Command(name = "down", description = "Ends the running stack in order and returns when it has ended.")
final class DownCommand implements Callable<Integer> {
    private final Invocation invocation;

    DownCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        boolean ended = RunningStack.end(invocation.home());
        invocation.err().println(ended ? "stopped" : "nothing runs");
        return 0;
    }
}
