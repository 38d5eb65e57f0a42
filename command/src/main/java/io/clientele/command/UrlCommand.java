package io.clientele.command;

import java.util.concurrent.Callable;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.PartState;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "url", description = "Prints the address of a part; without a name, of the gateway.")
final class UrlCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "a name of './clientele status'")
    private String service = StackState.GATEWAY;

    UrlCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        StackState state = new StateFile(invocation.home()).required();
        PartState part =
                state.part(service).orElseThrow(() -> CommandFailure.usage("no part is called '" + service + "'"));
        invocation.out().println(part.address());
        return 0;
    }
}
