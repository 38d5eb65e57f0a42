package io.clientele.system.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.localstack.ServiceProcess;
import io.clientele.system.ServiceStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever is killed whenever while two instances trigger and decide: every customer has exactly the contacts and coupons that
 * its events come to, computed apart from the services. {@code -Dclientele.crash.seed} repeats what customers do, and how much
 * of it is acknowledged when something is killed.
 */
class CampaignCrashIT {

    private static final int CUSTOMERS = 2_000;
    private static final int EVENTS = CUSTOMERS * Crowd.ROUNDS;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How long it takes to send them where nothing is in the way. */
    private static final Duration SENDING = Duration.ofSeconds(30);

    /** How long after it happens something is sent, so that it never lies in the future. */
    private static final Duration LATER = Duration.ofSeconds(1);

    /** How long before the first wait is over everything that can end a wait must be acknowledged. */
    private static final Duration MARGIN = Duration.ofSeconds(8);

    @Test
    void contactsEverybodyAsIfNothingWereKilled() throws Exception {
        Random random = new Random(Seed.ofRun());
        try (ServiceStack stack = ServiceStack.start("campaign-crash", 1, 2);
                Lanes lanes = new Lanes(stack.funnel().address());
                Receiver receiver = new Receiver();
                Marketer marketer = new Marketer(
                        stack.campaigns().stream().map(ServiceProcess::address).toList())) {
            lanes.introduce(CUSTOMERS);
            defineAudiences(stack);
            launch(marketer, receiver);
            Crowd crowd = Crowd.random(random, CUSTOMERS, Instant.now().plusMillis(1), SENDING);
            CampaignOutcome outcome = CampaignOutcome.of(crowd, stack);
            Set<String> used = torment(stack, lanes, marketer, crowd, outcome, random);
            outcome.awaitRest();
            System.out.println("Contacts: " + outcome.contacts() + ", used coupons: " + used.size());
            outcome.verifyContacts();
            outcome.verifyRationed();
            outcome.verifyCoupons();
            outcome.verifyUsed(used);
            outcome.verifyMessages(receiver.bodies());
            outcome.verifyIndex();
        }
    }

    /** Returns when profile-service knows everybody, and who is gold. */
    private static void defineAudiences(ServiceStack stack) throws InterruptedException {
        try (Marketer marketer = new Marketer(
                stack.profiles().stream().map(ServiceProcess::address).toList())) {
            for (Definition segment : Definition.AUDIENCES) {
                marketer.define(segment);
            }
        }
        Tables profiles = new Tables(stack.database());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(profiles.count("SELECT count(*) FROM customer WHERE 'gold' = ANY (segments)"))
                                .isEqualTo(Crowd.golden(CUSTOMERS)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(profiles.count("SELECT count(*) FROM customer"))
                        .isEqualTo(CUSTOMERS));
    }

    private static void launch(Marketer marketer, Receiver receiver) throws InterruptedException {
        ObjectNode webhook = JsonNodeFactory.instance.objectNode();
        webhook.putObject("input")
                .put("key", "webhook")
                .put("id", TenCampaigns.WEBHOOK)
                .put("name", "Messages")
                .put("purpose", "SMS")
                .put("url", receiver.url());
        marketer.change("mutation($input: DefineWebhookInput!) { defineWebhook(input: $input) { id } }", webhook);
        define(marketer, "limited", EVENTS, TenCampaigns.LIMIT);
        define(marketer, "scarce", TenCampaigns.STOCK, 1);
        define(marketer, "golden", EVENTS, Crowd.ROUNDS);
        for (TenCampaigns campaign : TenCampaigns.values()) {
            ObjectNode variables = JsonNodeFactory.instance.objectNode();
            variables.set("input", campaign.input());
            marketer.change("mutation($input: CampaignInput!) { saveCampaign(input: $input) { id } }", variables);
            marketer.change(
                    "mutation($id: ID!) { launchCampaign(id: $id) { id } }",
                    JsonNodeFactory.instance.objectNode().put("id", campaign.id()));
        }
    }

    /** Has benefits of coupons worth 20, of a stock and of so many a customer. */
    private static void define(Marketer marketer, String benefit, int stock, int perCustomer)
            throws InterruptedException {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables
                .putObject("input")
                .put("key", "benefit-" + benefit)
                .put("id", benefit)
                .put("name", "Twenty off")
                .put("kind", "THRESHOLD")
                .put("currency", Act.CURRENCY)
                .put("minSpend", TenCampaigns.MIN_SPEND)
                .put("off", TenCampaigns.OFF)
                .put("stock", stock)
                .put("perCustomerLimit", perCustomer)
                .put("validFor", "P7D");
        marketer.change("mutation($input: DefineBenefitInput!) { defineBenefit(input: $input) { id } }", variables);
    }

    /** Returns when everything is sent, killed and back for the last time; gives the coupons that were used meanwhile. */
    private static Set<String> torment(
            ServiceStack stack, Lanes lanes, Marketer marketer, Crowd crowd, CampaignOutcome outcome, Random random)
            throws Exception {
        try (Threads threads = new Threads()) {
            Killer.Builder killers = new Killer.Builder(random, EVENTS, lanes.acknowledged());
            List<Future<?>> all = new ArrayList<>(lanes.send(crowd, LATER, random));
            killers(killers, stack).forEach(killer -> all.add(threads.submit(killer)));
            Buyers buyers = new Buyers(outcome.tables(), marketer);
            Future<Set<String>> used = threads.submit(buyers);
            Instant firstDue = crowd.acts().getFirst().at().plus(TenCampaigns.WAIT);
            all.add(threads.submit(() -> holdUntilWaitsAreSent(threads, lanes, marketer, firstDue)));
            Threads.awaitAll(all);
            buyers.end();
            System.out.println("Killed: " + killers.diary());
            assertThat(killers.diary().stream().filter(line -> line.contains("campaign-service")))
                    .hasSize(20);
            return used.get();
        }
    }

    private static List<Killer> killers(Killer.Builder killers, ServiceStack stack) {
        ServiceProcess first = stack.campaigns().getFirst();
        ServiceProcess second = stack.campaigns().getLast();
        return List.of(
                killers.of("campaign-service 1", 10, first::kill, first::restart),
                killers.of("campaign-service 2", 10, second::kill, second::restart),
                killers.of("Elasticsearch", 1, stack.elasticsearch()::kill, stack.elasticsearch()::restart),
                killers.of("PostgreSQL", 3, stack.postgres()::kill, stack.postgres()::restart));
    }

    /**
     * An order that the shop could not yet send when the wait ends is known to nobody. Where so much is in the way of sending, all
     * contacts are stopped until it is done. What is acknowledged but not yet read is not waited for here: the service must do so.
     */
    private static boolean holdUntilWaitsAreSent(Threads threads, Lanes lanes, Marketer marketer, Instant firstDue)
            throws Exception {
        Future<Boolean> sent = threads.submit(() -> {
            lanes.awaitWaits();
            return true;
        });
        try {
            Duration time = Duration.between(Instant.now(), firstDue.minus(MARGIN));
            return sent.get(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            System.out.println("The events of waits are not yet sent: contacts are stopped for a while");
            setSending(marketer, true);
            boolean done = sent.get();
            setSending(marketer, false);
            return done;
        }
    }

    private static void setSending(Marketer marketer, boolean stopped) throws InterruptedException {
        marketer.change(
                "mutation($stopped: Boolean!) { setSending(stopped: $stopped) { stopped } }",
                JsonNodeFactory.instance.objectNode().put("stopped", stopped));
    }
}
