package io.clientele.command;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.access.Role;
import io.clientele.command.access.Tokens;
import io.clientele.command.home.CommandFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = "Prints a token for the GraphQL endpoints, for header 'Authorization: Bearer …'.")
final class TokenCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
    private Role role = Role.ANALYST;

    @Option(names = "--subject", paramLabel = "ID", description = "who it speaks for; a shopper's is the customer's id")
    private String subject = "";

    @Option(names = "--hours", paramLabel = "N", description = "how long it is good (default ${DEFAULT-VALUE})")
    private int hours = 24;

    TokenCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (hours < 1) {
            throw CommandFailure.usage("--hours must be at least 1");
        }
        AccessKeys keys = new AccessKeys(invocation.home().create());
        String speaker = subject.isEmpty() ? role.word() : subject;
        invocation.out().println(new Tokens(keys, invocation.clock()).issue(role, speaker, Duration.ofHours(hours)));
        return 0;
    }
}
