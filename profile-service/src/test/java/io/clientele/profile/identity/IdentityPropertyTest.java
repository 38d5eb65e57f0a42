package io.clientele.profile.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.clientele.contract.event.Event;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityPropertyTest {

    private static final Set<KeyKind> ALL = EnumSet.allOf(KeyKind.class);

    @Property(tries = 4_000)
    void anyOrderAndPartitionGivesTheCustomersOfTheWholeSet(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int people,
            @ForAll @IntRange(min = 1, max = 9) int page) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>(new RandomShoppers(random, "", people).events(60));
        MemoryIdentity first = folded(events, page);
        Collections.shuffle(events, random);
        MemoryIdentity second = folded(events, random.nextInt(1, 20));

        assertThat(first.customers()).isEqualTo(new WholeSet(events, ALL).customers());
        assertThat(second.customers()).isEqualTo(first.customers());
        assertThat(second.parts()).isEqualTo(first.parts());
    }

    @Property(tries = 200)
    void keysOfKindsThatDoNotMergeJoinNobody(@ForAll long seed) {
        Set<KeyKind> none = EnumSet.noneOf(KeyKind.class);
        List<Event> events = new RandomShoppers(new Random(seed), "", 4).events(40);
        MemoryIdentity identity = new MemoryIdentity(none);
        events.forEach(event -> identity.fold(List.of(event)));

        assertThat(identity.customers()).isEqualTo(new WholeSet(events, none).customers());
    }

    @Property(tries = 300)
    void historyAccountsForEveryCustomerThatIsNoMore(@ForAll long seed) {
        List<Event> events = new RandomShoppers(new Random(seed), "", 5).events(50);
        MemoryIdentity identity = new MemoryIdentity(ALL);
        Set<String> ever = new HashSet<>();
        for (Event event : events) {
            identity.fold(List.of(event));
            ever.addAll(identity.customers().keySet());
        }

        ever.removeAll(identity.customers().keySet());
        assertThat(identity.history.stream()
                        .filter(change -> change.kind() == IdentityChange.Kind.MERGED)
                        .map(IdentityChange::from))
                .containsAll(ever);
    }

    private static MemoryIdentity folded(List<Event> events, int page) {
        MemoryIdentity identity = new MemoryIdentity(ALL);
        for (int i = 0; i < events.size(); i += page) {
            identity.fold(events.subList(i, Math.min(events.size(), i + page)));
        }
        return identity;
    }
}
