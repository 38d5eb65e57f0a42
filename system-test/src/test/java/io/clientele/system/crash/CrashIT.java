package io.clientele.system.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import io.clientele.contract.event.Event;
import io.clientele.localstack.ServiceProcess;
import io.clientele.system.ServiceStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever is killed whenever: in the end there are the customers, facts, tiers, tags, memberships and documents that the
 * same events come to where nothing is killed. {@code -Dclientele.crash.seed} repeats the events, and how many
 * of them are acknowledged when something is killed.
 */
class CrashIT {

    private static final int EVENTS = 20_000;

    /** How long it takes to send them where nothing is in the way. */
    private static final Duration SENDING = Duration.ofSeconds(30);

    @Test
    void leavesWhatTheEventsComeToWhateverIsKilledWhenever() throws Exception {
        long seed = Seed.ofRun();
        Random random = new Random(seed);
        Shoppers shoppers = Shoppers.random(seed, EVENTS);
        List<Event> events = shoppers.arriving(random);
        try (ServiceStack stack = ServiceStack.start("crash", 2)) {
            torment(stack, events, random);
            Outcome outcome = Outcome.atRest(shoppers, stack);
            outcome.verifyCustomers();
            outcome.verifyMemberships();
            outcome.verifyEvents();
            // A customer may fall due and be reviewed between two looks.
            await().atMost(Duration.ofSeconds(30)).untilAsserted(outcome::verifyDerived);
        }
    }

    private static void torment(ServiceStack stack, List<Event> events, Random random) throws Exception {
        List<ServiceProcess> profiles = stack.profiles();
        try (Sender sender = new Sender(stack.funnel().address());
                Marketer marketer = new Marketer(
                        profiles.stream().map(ServiceProcess::address).toList());
                Threads threads = new Threads()) {
            marketer.define(Definition.TAGS.getFirst());
            for (Definition segment : Definition.SEGMENTS) {
                marketer.define(segment);
            }
            Killer.Builder killers = new Killer.Builder(random, events.size(), sender.acknowledged());
            List<Future<?>> all = new ArrayList<>(sender.send(events, SENDING, random));
            killers(killers, stack).forEach(killer -> all.add(threads.submit(killer)));
            marketer.define(Definition.TAGS.getLast());
            marketer.define(Definition.READERS_LATER);
            Threads.awaitAll(all);
            System.out.println("Killed: " + killers.diary());
            assertThat(killers.diary()).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    private static List<Killer> killers(Killer.Builder killers, ServiceStack stack) {
        ServiceProcess first = stack.profiles().getFirst();
        ServiceProcess second = stack.profiles().getLast();
        return List.of(
                killers.of("funnel-service", 3, stack.funnel()::kill, stack.funnel()::restart),
                killers.of("profile-service 1", 4, first::kill, first::restart),
                killers.of("profile-service 2", 3, second::kill, second::restart),
                killers.of("Elasticsearch", 3, stack.elasticsearch()::kill, stack.elasticsearch()::restart),
                killers.of("PostgreSQL", 7, stack.postgres()::kill, stack.postgres()::restart));
    }
}
