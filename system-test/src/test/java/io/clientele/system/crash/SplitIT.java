package io.clientele.system.crash;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import io.clientele.contract.event.Event;
import io.clientele.contract.index.EventsIndex;
import io.clientele.system.ServiceStack;

/** The index of events is split while events come, are folded and re-keyed. */
class SplitIT {

    private static final int EVENTS = 2_000;
    private static final long SEED = 20_261_122;

    @Test
    void everyEventCountsOnceThoughTheIndexIsSplitWhileItIsRead() throws Exception {
        Shoppers shoppers = Shoppers.random(SEED, EVENTS);
        Random random = new Random(SEED);
        List<Event> events = shoppers.arriving(random);
        try (ServiceStack stack = ServiceStack.start("split", 2);
                Sender sender = new Sender(stack.funnel().address())) {
            List<Future<?>> sent = sender.send(events, Duration.ofSeconds(8), random);
            sender.acknowledged().await(EVENTS / 2);
            new Search(stack.elasticsearch().uri()).split(EventsIndex.NAME, "events-2", 6);
            for (Future<?> one : sent) {
                one.get();
            }
            Outcome outcome = Outcome.atRest(shoppers, stack);
            outcome.verifyCustomers();
            outcome.verifyEvents();
        }
    }
}
