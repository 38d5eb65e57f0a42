package io.clientele.command.demo;

import java.io.IOException;
import java.util.List;

import io.clientele.command.access.Role;
import io.clientele.command.access.Tokens;
import io.clientele.command.catchup.StackWork;
import io.clientele.command.home.PartState;
import io.clientele.command.home.StackState;
import io.clientele.command.query.GraphQLClient;

/** A running stack, and who asks it: GraphQL goes to the gateway alone. */
public final class DemoServices {
    private final StackState stack;
    private final Tokens tokens;
    private final String analystsToken;

    private DemoServices(StackState stack, Tokens tokens, String analystsToken) {
        this.stack = stack;
        this.tokens = tokens;
        this.analystsToken = analystsToken;
    }

    public static DemoServices of(StackState stack, Tokens tokens) throws IOException {
        return new DemoServices(stack, tokens, token(tokens, Role.ANALYST));
    }

    /** What the services have still to do. */
    public StackWork work() throws IOException {
        return new StackWork(address("funnel-service"), client(token(tokens, Role.ADMIN)), tokens);
    }

    List<PartState> parts() {
        return stack.parts();
    }

    /** A token that a user may go on with. */
    String analystsToken() {
        return analystsToken;
    }

    /** Where the console is looked at with a token that is good for a day. */
    String console() throws IOException {
        return stack.console(token(tokens, Role.MARKETER));
    }

    /** The one GraphQL address. */
    String graphql() {
        return stack.graphql();
    }

    GraphQLClient analyst() {
        return client(analystsToken);
    }

    GraphQLClient marketer() throws IOException {
        return client(token(tokens, Role.MARKETER));
    }

    /** As the shop's own servers ask: for any customer. */
    GraphQLClient shop() throws IOException {
        return client(token(tokens, Role.ADMIN));
    }

    String address(String part) {
        return stack.part(part)
                .map(PartState::address)
                .orElseThrow(() -> new IllegalStateException("every stack has " + part));
    }

    private GraphQLClient client(String token) {
        return new GraphQLClient(stack.graphql(), token);
    }

    private static String token(Tokens tokens, Role role) throws IOException {
        return tokens.issue(role, role.word(), Tokens.DEFAULT_VALIDITY);
    }
}
