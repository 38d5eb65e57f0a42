package io.clientele.command;

import io.clientele.command.query.TextArgument;

import picocli.CommandLine.Parameters;

/** A query and its variables, as they are given on the command line. */
final class QueryArguments {
    @Parameters(index = "0", paramLabel = "GRAPHQL", description = "the query, or @FILE")
    private String query = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "VARIABLES-JSON", description = "a JSON object, or @FILE")
    private String variables = "{}";

    /**
     * The query's text.
     *
     * @throws io.clientele.command.home.CommandFailure when its file cannot be read
     */
    String query() {
        return TextArgument.read(query);
    }

    /**
     * The variables, meant to be a JSON object.
     *
     * @throws io.clientele.command.home.CommandFailure when their file cannot be read
     */
    String variables() {
        return TextArgument.read(variables);
    }
}
