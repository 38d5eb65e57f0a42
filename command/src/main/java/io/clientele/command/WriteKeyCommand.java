package io.clientele.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import io.clientele.command.access.AccessKeys;

import picocli.CommandLine.Command;

@Command(name = "write-key", description = "Prints the write key of the collection API.")
final class WriteKeyCommand implements Callable<Integer> {
    private final Invocation invocation;

    WriteKeyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        invocation.out().println(new AccessKeys(invocation.home().create()).writeKey());
        return 0;
    }
}
