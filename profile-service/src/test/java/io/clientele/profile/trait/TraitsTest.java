package io.clientele.profile.trait;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Times;
import io.clientele.edge.CodedException;
import io.clientele.profile.sample.RandomEvents;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TraitsTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 200)
    void anyOrderRepetitionAndPartitionGivesTheSameTraits(@ForAll long seed) {
        List<Event> events = new RandomEvents(seed, 20).some(60);
        Traits expected = plus(Traits.EMPTY, events);
        Random random = new Random(seed);
        List<Event> delivered = new ArrayList<>(events);
        delivered.addAll(events.subList(0, 20));
        Collections.shuffle(delivered, random);
        int cut = random.nextInt(delivered.size());
        Traits left = plus(Traits.EMPTY, delivered.subList(0, cut));
        Traits right = Traits.of(
                plus(Traits.EMPTY, delivered.subList(cut, delivered.size())).toBytes());
        assertThat(left.plus(right)).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(right.plus(left)).isEqualTo(expected);
        assertThat(right.plus(left).fields()).isEqualTo(expected.fields());
    }

    @Test
    void latestValueStandsAndAtOneInstantTheLargerMessageId() {
        Event old = identify("z", THEN, traits -> traits.put("city", "Beijing").put("gender", "f"));
        Event later = identify("a", THEN.plusMillis(1), traits -> traits.put("city", "Xiamen"));
        Event same = identify("b", THEN.plusMillis(1), traits -> traits.put("city", "Wuhan"));
        Traits traits = plus(Traits.EMPTY, List.of(same, old, later));
        assertThat(traits.text("city")).isEqualTo("Wuhan");
        assertThat(traits.text("gender")).isEqualTo("f");
    }

    @Test
    void nullTakesAValueAwayAndAnOlderOneDoesNotBringItBack() {
        Event gone = identify("b", THEN.plusSeconds(1), traits -> traits.putNull("city"));
        Event old = identify("a", THEN, traits -> traits.put("city", "Beijing"));
        Traits traits = plus(Traits.EMPTY, List.of(gone, old));
        assertThat(traits.text("city")).isNull();
        assertThat(traits.fields().isEmpty()).isTrue();
    }

    @Test
    void valuesOfEveryKindComeBackFromBytes() {
        Event event = identify("a", THEN, traits -> {
            traits.put("text", "é \"x\"").put("whole", 12_345_678_901L).put("flag", true);
            traits.put("decimal", new BigDecimal("1.50"));
            traits.putObject("size").putArray("shoes").add(38).add("39");
        });
        Traits traits = Traits.EMPTY.plus(event);
        Traits read = Traits.of(traits.toBytes());
        assertThat(read.fields()).isEqualTo(event.traits());
        assertThat(read.fields().values("size.shoes")).containsExactly("38", "39");
        assertThat(read.text("decimal")).isEqualTo("1.50");
        assertThat(read.text("size")).isNull();
        assertThat(read.toBytes()).isEqualTo(traits.toBytes());
    }

    @Test
    void onlyIdentifiesSayTraits() {
        Event group = Event.builder("g", EventType.GROUP, CustomerId.of("u", null), times(THEN), "test")
                .groupId("company")
                .traits(FreeFields.of(
                        "traits", JsonNodeFactory.instance.objectNode().put("size", 3)))
                .build();
        assertThat(Traits.EMPTY.plus(group)).isSameAs(Traits.EMPTY);
    }

    @Test
    void hugeTraitsAreRefusedByNameAndCode() {
        Event tooLong = identify("a", THEN, traits -> traits.put("note", "x".repeat(Traits.LONGEST_VALUE - 1)));
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Traits.EMPTY.plus(tooLong))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("TRAIT_TOO_LONG");
                    assertThat(refused.field()).isEqualTo("traits.note");
                });
        Event longest = identify("a", THEN, traits -> traits.put("note", "x".repeat(Traits.LONGEST_VALUE - 2)));
        assertThat(Traits.EMPTY.plus(longest).text("note")).hasSize(Traits.LONGEST_VALUE - 2);
        Event tooMany = identify("a", THEN, traits -> names(traits, 0, Traits.MOST_OF_EVENT + 1));
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Traits.check(tooMany.traits()))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("TOO_MANY_TRAITS");
                    assertThat(refused.field()).isEqualTo("traits");
                });
    }

    @Test
    void tooManyNamesKeepTheSameInAnyOrderAndThoseThatAreKnown() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int from = i * 100;
            events.add(identify("m" + i, THEN, traits -> names(traits, from, from + 100)));
        }
        events.add(identify("known", THEN, traits -> traits.put("region", "Shanghai")));
        Traits expected = plus(Traits.EMPTY, events);
        assertThat(plus(Traits.EMPTY, events.reversed())).isEqualTo(expected);
        assertThat(expected).hasToString("Traits[" + Traits.MOST + "]");
        assertThat(expected.text("region")).isEqualTo("Shanghai");
        assertThat(expected.text("name 1000")).isEqualTo("0");
    }

    @Test
    void nestedKeysOfManyNamesStayWithinWhatAnEventMayHave() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "map" + i;
            events.add(identify("m" + i, THEN, traits -> shortNames(traits.putObject(name), 290)));
        }
        Traits traits = plus(Traits.EMPTY, events);
        assertThat(traits.fields().keys()).isEqualTo(3 * 291);
        assertThat(traits.fields().values("map3.7")).isEmpty();
    }

    @Test
    void foreignBytesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Traits.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(() -> Traits.of("{".getBytes(StandardCharsets.UTF_8)));
    }

    private static void names(ObjectNode object, int from, int to) {
        for (int i = from; i < to; i++) {
            object.put("name " + (1000 + i), "0");
        }
    }

    private static void shortNames(ObjectNode object, int count) {
        for (int i = 0; i < count; i++) {
            object.put("" + i, 0);
        }
    }

    private static Traits plus(Traits traits, List<Event> events) {
        Traits sum = traits;
        for (Event event : events) {
            sum = sum.plus(event);
        }
        return sum;
    }

    private static Times times(Instant at) {
        return new Times(at, at, null, null);
    }

    private static Event identify(String messageId, Instant at, Consumer<ObjectNode> fill) {
        ObjectNode traits = JsonNodeFactory.instance.objectNode();
        fill.accept(traits);
        return Event.builder(messageId, EventType.IDENTIFY, CustomerId.of("u", null), times(at), "test")
                .traits(FreeFields.of("traits", traits))
                .build();
    }
}
