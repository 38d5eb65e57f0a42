package io.clientele.command.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.command.catchup.CatchUp;
import io.clientele.command.home.PartState;
import io.clientele.command.load.StackLoader;
import io.clientele.loader.demoshop.DemoShop;

/** Fills a running stack with the demo shop, asks it the main question, shows a customer, launches a campaign, and says how to go on. */
public final class Demo {
    /** The shop's year, and a day for its time zone. */
    private static final long DAYS = 366;

    /** What working off events may take beside {@link #AN_EVENT}. */
    private static final Duration AT_LEAST = Duration.ofMinutes(5);

    /** Far more than the usual, so that a slow machine still gets there. */
    private static final Duration AN_EVENT = Duration.ofMillis(2);

    private static final String FUNNEL_SERVICE = "funnel-service";

    private final DemoServices services;
    private final StackLoader loader;
    private final CatchUp catchUp;
    private final PrintWriter out;

    public Demo(DemoServices services, StackLoader loader, CatchUp catchUp, PrintWriter out) {
        this.services = services;
        this.loader = loader;
        this.catchUp = catchUp;
        this.out = out;
    }

    public void run(DemoShop shop) throws IOException, InterruptedException {
        // Before there are customers, so that each is evaluated but once.
        ExampleDefinitions.define(services.marketer());
        load(shop);
        Instant to = shop.end();
        FunnelQuestion question = FunnelQuestion.homeToPaidByDevice(to.minus(DAYS, ChronoUnit.DAYS), to);
        showFunnel(question);
        Optional<ChosenCustomer> chosen = ChosenCustomer.of(services.analyst());
        if (chosen.isPresent()) {
            showCard(chosen.get());
        }
        new CampaignStory(services.marketer(), services.shop(), out).run();
        showNextSteps(question, chosen);
        out.flush();
    }

    private void load(DemoShop shop) throws IOException, InterruptedException {
        out.println("\nLoading a made-up shop's year up to " + shop.end() + " through "
                + services.address(FUNNEL_SERVICE) + "/v1/batch");
        out.flush();
        loader.load(shop, services.address(FUNNEL_SERVICE));
        // Also what a funnel counts depends on it: what a visitor did is moved to whom the visitor turned out to be.
        long begin = System.nanoTime();
        catchUp.await(AT_LEAST.plus(AN_EVENT.multipliedBy(shop.events())));
        SearchableEvents.refresh(services.address("elasticsearch"));
        out.printf(
                "Customers, tags and segments are up to date after another %.1f s%n",
                (System.nanoTime() - begin) / 1e9);
    }

    private void showFunnel(FunnelQuestion question) throws InterruptedException {
        long begin = System.nanoTime();
        JsonNode answer = services.analyst().data(FunnelQuestion.QUERY, question.variables());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        out.println("\nFrom the home page to the payment within 7 days, by customer, " + question.from() + " to "
                + question.to() + " (" + millis + " ms)\n");
        FunnelTable.lines(answer.at("/funnel/steps")).forEach(out::println);
        out.println();
        BreakdownTable.lines("BY DEVICE", answer.at("/funnel/breakdown")).forEach(out::println);
    }

    private void showCard(ChosenCustomer chosen) throws InterruptedException {
        long begin = System.nanoTime();
        JsonNode known = services.analyst().data(Questions.card(), chosen.variables());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        out.println("\nA customer's card: " + chosen.why());
        out.println("One request to the gateway, which asks profile-service and funnel-service (" + millis + " ms)\n");
        CardText.lines(known).forEach(out::println);
        JourneyText.lines(known.at("/customer/journey/edges")).forEach(out::println);
    }

    private void showNextSteps(FunnelQuestion question, Optional<ChosenCustomer> chosen) throws IOException {
        out.println("\nRunning");
        for (PartState part : services.parts()) {
            out.printf("  %-18s %s%n", part.name(), part.address());
        }
        out.println("\nLook at it in the console, in English or Chinese (the address is good for a day)");
        out.println("  " + services.console());
        out.println("\nAsk it yourself");
        chosen.ifPresent(customer -> {
            command("query", Questions.customer(), customer.variables());
            command("explain", Questions.customer(), customer.variables());
        });
        command("query", FunnelQuestion.QUERY, question.variables());
        command("query", Questions.watch(), "");
        chosen.ifPresent(this::showCurl);
    }

    private void showCurl(ChosenCustomer customer) {
        List.of(
                        "\nor from elsewhere, with an analyst's token that is good for a day",
                        "  TOKEN=" + services.analystsToken(),
                        "  curl -s " + services.graphql()
                                + " -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' \\",
                        "    -d '{\"query\": \"" + Questions.customer() + "\", \"variables\": " + customer.variables()
                                + "}'")
                .forEach(out::println);
    }

    private void command(String command, String query, String variables) {
        out.println(
                "  ./clientele " + command + " '" + query + "'" + (variables.isEmpty() ? "" : " '" + variables + "'"));
    }
}
