package io.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.localstack.ServiceProcess;

/**
 * Campaigns at work, with every service and server real: how long after an event was acknowledged its contact is decided, how
 * fast a heap of due timers is decided about, and whether many redemptions at a time give exactly the stock.
 */
final class TriggersBenchmark {

    /** Milliseconds of 99 of 100 contacts, at most. */
    static final double CONTACT_GOAL = 3_000;

    /** Contacts a second out of due timers, at least. */
    static final double TIMERS_GOAL = 2_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CONNECTIONS = 8;
    private static final int PER_PART = 50_000;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final TriggersOptions options;
    private final PrintStream out;
    private final CustomerServers servers;
    private final Requests requests = new Requests(CONNECTIONS);

    private TriggersBenchmark(TriggersOptions options, PrintStream out, CustomerServers servers) {
        this.options = options;
        this.out = out;
        this.servers = servers;
    }

    /** Runs it and says whether the goals were reached. */
    static boolean run(TriggersOptions options, PrintStream out)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        try (CustomerServers servers = CustomerServers.start("triggers")) {
            return new TriggersBenchmark(options, out, servers).measure();
        }
    }

    private boolean measure() throws IOException, InterruptedException, ExecutionException, SQLException {
        ServiceProcess profile = servers.startProfile();
        ServiceProcess campaign = servers.startCampaign(profile);
        out.printf(Locale.ROOT, "%,d customers are made known%n", options.timers());
        makeCustomersKnown(profile, campaign);
        Questions questions = new Questions(requests, campaign.address(), servers.tokens());
        RunningCampaigns campaigns = new RunningCampaigns(questions);
        campaigns.launch();
        boolean delay = contacts();
        boolean drained = timers(campaigns);
        boolean exact = redemptions(campaign, questions);
        return delay && drained && exact;
    }

    /** Each says once who it is, through the collection API; returns when both services have read it. */
    private void makeCustomersKnown(ServiceProcess profile, ServiceProcess campaign)
            throws IOException, InterruptedException, ExecutionException {
        Collecting collecting = new Collecting(requests, servers.funnel(), CustomerServers.WRITE_KEY);
        for (int from = 0; from < options.timers(); from += PER_PART) {
            List<byte[]> part = new ArrayList<>();
            for (int number = from; number < Math.min(from + PER_PART, options.timers()); number++) {
                part.add(identify(number));
            }
            collecting.store(new Messages(part), servers.elasticsearch());
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (FoldProgress.of(requests, profile.address()).events() < options.timers()
                || Metrics.of(requests, campaign.address()).total("clientele_trigger_events_total")
                        < options.timers()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the customers are not known after " + PATIENCE);
            }
            Thread.sleep(PAUSE);
        }
    }

    private static byte[] identify(int number) throws IOException {
        ObjectNode message = MAPPER.createObjectNode()
                .put("type", "identify")
                .put("messageId", "known-" + number)
                .put("userId", customer(number));
        message.putObject("traits").put("first_name", "Ann").put("city", "Wuhu");
        return MAPPER.writeValueAsBytes(message);
    }

    /** A known customer by its number. */
    static String customer(int number) {
        return "member-" + number;
    }

    private boolean contacts() throws InterruptedException, ExecutionException {
        out.printf(
                Locale.ROOT,
                "%,d events/s for %d s with %d running campaigns; one event in %d enrols%n",
                options.rate(),
                options.seconds(),
                RunningCampaigns.COUNT,
                ContactDelay.ONE_IN);
        Times times = new ContactDelay(options, servers, requests).measure();
        double most = times.millis(0.99);
        out.printf(
                Locale.ROOT,
                "%,d contacts: p50 %,.0f ms, p99 %,.0f ms after the event was acknowledged%n",
                times.size(),
                times.millis(0.5),
                most);
        out.printf(Locale.ROOT, "ratio triggers_contact_p99_ms %.0f (goal %.0f)%n", most, CONTACT_GOAL);
        return most <= CONTACT_GOAL;
    }

    private boolean timers(RunningCampaigns campaigns) throws IOException, InterruptedException, SQLException {
        try (TimersDrain drain = new TimersDrain(servers.campaignConnection(), campaigns, options.timers())) {
            double decided = drain.decided();
            double plain = drain.plain();
            out.printf(
                    Locale.ROOT,
                    "%,d due timers: %,.0f contacts/s; claimed and inserted by plain SQL, nothing decided: %,.0f/s; ratio %.2f%n",
                    options.timers(),
                    decided,
                    plain,
                    decided / plain);
            out.printf(Locale.ROOT, "ratio triggers_timers_per_second %.0f (goal %.0f)%n", decided, TIMERS_GOAL);
            return decided >= TIMERS_GOAL;
        }
    }

    private boolean redemptions(ServiceProcess campaign, Questions questions)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        RedeemingAtOnce redeeming = new RedeemingAtOnce(campaign.address(), servers, questions, options.redemptions());
        RedeemingAtOnce.Result result = redeeming.measure();
        out.printf(
                Locale.ROOT,
                "%,d redemptions at a time: %d of a stock of %d given, %d kept, in %,.0f ms%n",
                options.redemptions(),
                result.given(),
                RedeemingAtOnce.STOCK,
                result.kept(),
                result.time().toNanos() / 1e6);
        out.printf(Locale.ROOT, "ratio triggers_redeemed %d (goal exactly %d)%n", result.kept(), RedeemingAtOnce.STOCK);
        return result.given() == RedeemingAtOnce.STOCK && result.kept() == RedeemingAtOnce.STOCK;
    }
}
