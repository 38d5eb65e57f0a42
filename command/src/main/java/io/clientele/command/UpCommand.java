package io.clientele.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.access.Role;
import io.clientele.command.access.Tokens;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;
import io.clientele.command.stack.DetachedStart;
import io.clientele.command.stack.StackLog;
import io.clientele.command.stack.Supervisor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Starts Elasticsearch, PostgreSQL and all services; Ctrl-C ends them.")
final class UpCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--detach", description = "return when everything is ready; './clientele down' ends it")
    private boolean detach;

    @Option(names = "--in-background", hidden = true, description = "how --detach starts the supervisor")
    private boolean inBackground;

    UpCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!detach) {
            return runHere();
        }
        if (new StateFile(invocation.home()).running().isPresent()) {
            invocation.err().println("already running");
            return new StatusCommand(invocation).call();
        }
        StackState stack = new DetachedStart(invocation.home(), invocation.root(), invocation.err()).start();
        invocation.err().println(where(stack) + "'./clientele down' ends it");
        return 0;
    }

    /** With a token to look around with, and to try out what a marketer does. */
    private String where(StackState stack) throws IOException {
        Tokens tokens = new Tokens(new AccessKeys(invocation.home()), invocation.clock());
        String token = tokens.issue(Role.MARKETER, Role.MARKETER.word(), Tokens.DEFAULT_VALIDITY);
        return "GraphQL is at " + stack.graphql() + ", GraphiQL at " + stack.graphiql()
                + ", the console for a day at\n  " + stack.console(token) + "\n";
    }

    private int runHere() throws IOException, InterruptedException {
        StackLog log = new StackLog(invocation.err(), invocation.home());
        Supervisor supervisor = Supervisor.start(invocation.home(), invocation.root(), log);
        supervisor.awaitReady();
        log.say(
                inBackground
                        ? "everything is ready"
                        : "everything is ready: " + where(supervisor.state()) + "Ctrl-C ends it");
        supervisor.awaitEnd();
        return 0;
    }
}
