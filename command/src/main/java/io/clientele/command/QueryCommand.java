package io.clientele.command;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.access.Role;
import io.clientele.command.access.Tokens;
import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.PartState;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;
import io.clientele.command.query.GraphQLAnswer;
import io.clientele.command.query.GraphQLClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "query", description = "Asks the gateway and prints the JSON; exits 1 when the answer has errors.")
final class QueryCommand implements Callable<Integer> {
    private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(10);

    private final Invocation invocation;

    @Mixin
    private QueryArguments asked = new QueryArguments();

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            description = "asks a single service of './clientele status' instead")
    private String service = StackState.GATEWAY;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "asks as one of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}); who changes something is a MARKETER")
    private Role role = Role.ANALYST;

    QueryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PartState part = new StateFile(invocation.home())
                .required()
                .part(service)
                .orElseThrow(() -> CommandFailure.usage("no service is called '" + service + "'"));
        Tokens tokens = new Tokens(new AccessKeys(invocation.home()), invocation.clock());
        String token = tokens.issue(role, role.word(), TOKEN_VALIDITY);
        GraphQLAnswer answer =
                new GraphQLClient(part.address() + "/graphql", token).ask(asked.query(), asked.variables());
        invocation.out().println(answer.pretty());
        return answer.hasErrors() ? CommandFailure.Kind.FAILED.exitCode() : 0;
    }
}
