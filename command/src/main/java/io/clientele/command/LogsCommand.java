package io.clientele.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.LogTail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Prints the log of a part (a name of './clientele status', or supervisor).")
final class LogsCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "keep printing what is added")
    private boolean follow;

    LogsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path file = invocation.home().log(service);
        if (!service.matches("[a-z-]+") || !Files.isRegularFile(file)) {
            throw CommandFailure.usage("there is no log of '" + service + "'");
        }
        LogTail tail = new LogTail(file, invocation.out());
        tail.printNew();
        while (follow) {
            tail.awaitMore();
            tail.printNew();
        }
        return 0;
    }
}
