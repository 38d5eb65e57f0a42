package io.clientele.profile.segment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.condition.DailyCounts;
import io.clientele.contract.condition.InvalidConditionException;
import io.clientele.contract.condition.Operator;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.event.FreeFields;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeepCountsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final List<String> EVENTS = List.of("Page Viewed", "Product Viewed");

    @Property(tries = 1_000)
    void splitsIntoWhatSearchesCanTellAndWhoIsAsked(@ForAll long seed) {
        Random random = new Random(seed);
        SegmentCondition condition = new SegmentCondition(condition(random, 3));
        Optional<DeepCounts> split = DeepCounts.of(condition);

        if (split.isEmpty()) {
            assertThat(condition.query(TODAY)).isNotNull();
            return;
        }
        assertThatThrownBy(() -> condition.query(TODAY)).isInstanceOf(InvalidConditionException.class);
        DeepCounts deep = split.get();
        List.of(deep.seldom(), deep.often(), deep.candidates())
                .forEach(searched -> assertThat(searched.query(TODAY)).isNotNull());
        for (int i = 0; i < 20; i++) {
            CustomerView customer = customer(random);
            boolean member = condition.matches(customer, TODAY);
            if (!deep.often().matches(customer, TODAY)) {
                assertThat(deep.seldom().matches(customer, TODAY)).isEqualTo(member);
                assertThat(deep.candidates().matches(customer, TODAY)).isFalse();
            } else if (member) {
                assertThat(deep.candidates().matches(customer, TODAY)).isTrue();
            }
        }
    }

    private static Condition condition(Random random, int depth) {
        return switch (depth == 0 ? 5 : random.nextInt(7)) {
            case 0, 1 -> new And(some(random, depth));
            case 2 -> new Or(some(random, depth));
            case 3 -> new Not(condition(random, depth - 1));
            case 4 -> Trait.of("plan", Operator.ANY_OF, "gold");
            default -> behaviour(random);
        };
    }

    private static List<Condition> some(Random random, int depth) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> condition(random, depth - 1))
                .toList();
    }

    private static Behaviour behaviour(Random random) {
        long least = random.nextInt(24);
        OptionalLong most = least == 0 || random.nextInt(3) == 0
                ? OptionalLong.of(least + random.nextInt(12))
                : OptionalLong.empty();
        OptionalInt days = random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(4)) : OptionalInt.empty();
        return new Behaviour(EVENTS.get(random.nextInt(2)), Optional.empty(), least, most, days);
    }

    private static CustomerView customer(Random random) {
        Map<Counter, DailyCounts> counts = new HashMap<>();
        for (String event : EVENTS) {
            Map<Long, Long> days = new HashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                days.put(TODAY.toEpochDay() - random.nextInt(5), 1L + random.nextInt(12));
            }
            counts.put(Counter.of(event), DailyCounts.of(days));
        }
        FreeFields traits = random.nextBoolean()
                ? FreeFields.NONE
                : FreeFields.of("traits", JsonNodeFactory.instance.objectNode().put("plan", "gold"));
        return new CustomerView("c" + random.nextInt(), Map.of(), traits, counts, Set.of());
    }
}
