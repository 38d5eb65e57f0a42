package io.clientele.command.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.clientele.command.access.Role;
import io.clientele.command.access.Tokens;
import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.PartState;
import io.clientele.command.home.StackState;
import io.clientele.command.load.StackLoader;
import io.clientele.command.query.GraphQLAnswer;
import io.clientele.command.query.GraphQLClient;
import io.clientele.loader.demoshop.DemoShop;

/** Fills a running stack with the demo shop, asks it the main question, and says how to go on. */
public final class Demo {
    /** The shop's year, and a day for its time zone. */
    private static final long DAYS = 366;

    private final StackState stack;
    private final StackLoader loader;
    private final Tokens tokens;
    private final PrintWriter out;

    public Demo(StackState stack, StackLoader loader, Tokens tokens, PrintWriter out) {
        this.stack = stack;
        this.loader = loader;
        this.tokens = tokens;
        this.out = out;
    }

    public void run(DemoShop shop) throws IOException, InterruptedException {
        String funnelService = address("funnel-service");
        out.println("\nLoading a made-up shop's year through " + funnelService + "/v1/batch");
        out.flush();
        loader.load(shop, funnelService);
        SearchableEvents.refresh(address("elasticsearch"));

        String token = tokens.issue(Role.ANALYST, Role.ANALYST.word(), Tokens.DEFAULT_VALIDITY);
        Instant to = shop.end();
        FunnelQuestion question = FunnelQuestion.viewToOrder(to.minus(DAYS, ChronoUnit.DAYS), to);
        showFunnel(question, new GraphQLClient(funnelService + "/graphql", token));
        showNextSteps(question, funnelService + "/graphql", token);
        out.flush();
    }

    private void showFunnel(FunnelQuestion question, GraphQLClient client) throws InterruptedException {
        long begin = System.nanoTime();
        GraphQLAnswer answer = client.ask(FunnelQuestion.QUERY, question.variables());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        if (answer.hasErrors()) {
            throw CommandFailure.failed("the query failed: " + answer.pretty());
        }
        out.println("\nFrom looking to paying within 7 days, by customer, " + question.from() + " to " + question.to()
                + " (" + millis + " ms)\n");
        FunnelTable.lines(answer.data().path("funnel").path("steps")).forEach(out::println);
    }

    private void showNextSteps(FunnelQuestion question, String endpoint, String token) {
        out.println("\nRunning");
        for (PartState part : stack.parts()) {
            out.printf("  %-18s %s%n", part.name(), part.address());
        }
        List.of(
                        "\nAsk it yourself, with an analyst's token that is good for a day:",
                        "TOKEN=" + token,
                        "curl -s " + endpoint
                                + " -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' \\",
                        "  -d '{\"query\": \"" + FunnelQuestion.QUERY + "\", \"variables\": " + question.variables()
                                + "}'",
                        "or: ./clientele query '" + FunnelQuestion.QUERY + "' '" + question.variables() + "'")
                .forEach(out::println);
    }

    private String address(String part) {
        return stack.part(part)
                .map(PartState::address)
                .orElseThrow(() -> new IllegalStateException("every stack has " + part));
    }
}
