package io.clientele.command;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.access.Role;
import io.clientele.command.access.Tokens;
import io.clientele.command.home.StateFile;
import io.clientele.command.query.GraphQLClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "explain",
        description = {
            "Prints how the gateway would answer a query: what is asked, which service answers what,"
                    + " and the requests that makes.",
            "Nothing is asked of the services."
        })
final class ExplainCommand implements Callable<Integer> {
    private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(10);

    private final Invocation invocation;

    @Mixin
    private QueryArguments asked = new QueryArguments();

    ExplainCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String graphql = new StateFile(invocation.home()).required().graphql();
        Tokens tokens = new Tokens(new AccessKeys(invocation.home()), invocation.clock());
        String token = tokens.issue(Role.ADMIN, Role.ADMIN.word(), TOKEN_VALIDITY);
        String stages = new GraphQLClient(graphql, token).explain(asked.query(), asked.variables());
        invocation.out().print(stages);
        return 0;
    }
}
