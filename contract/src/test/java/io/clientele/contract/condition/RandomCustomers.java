package io.clientele.contract.condition;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import io.clientele.contract.RandomEvents;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/** Random customers over the words of {@link RandomEvents}, with days on the borders of windows. */
final class RandomCustomers {
    static final List<String> SEGMENTS = List.of("s-1", "s-2", "s-3", "nobody");
    static final int CUSTOMERS = 300;

    /** How far back days reach, and how far windows ask. */
    static final int DAYS = 70;

    static final long TODAY = RandomEvents.NOW.getEpochSecond() / 86_400;

    private final Random random;

    RandomCustomers(Random random) {
        this.random = random;
    }

    static String id(int number) {
        return number % 3 == 0 ? CustomerId.ANONYMOUS + "c" + number : "c" + number;
    }

    CustomerView next(int number) {
        Map<CustomerField, List<FieldValue>> values = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            if (field != CustomerField.CUSTOMER_ID && random.nextInt(4) > 0) {
                int most = field == CustomerField.TAGS || field == CustomerField.SIGNALS ? 4 : 2;
                values.put(
                        field,
                        IntStream.range(1, 1 + random.nextInt(most))
                                .mapToObj(_ -> value(field))
                                .toList());
            }
        }
        Set<String> segments = new HashSet<>(SEGMENTS.subList(0, 3));
        segments.removeIf(_ -> random.nextBoolean());
        return new CustomerView(id(number), values, new RandomEvents(random).free("traits"), counts(), segments);
    }

    FieldValue value(CustomerField field) {
        return switch (field.type()) {
            case KEYWORD -> new Text(pick(RandomEvents.WORDS));
            case LONG -> new Whole(pick(RandomEvents.NUMBERS));
            case MONEY -> new Whole(pick(RandomEvents.AMOUNTS));
            case DATE -> new Whole(RandomEvents.NOW.toEpochMilli() - 43_200_000L * random.nextInt(120));
            case DAY -> new Whole(day());
            case OPEN, SORTED_KEYWORD, HASH, KEPT_DATE, FLAG, KEPT_OBJECT ->
                throw new AssertionError("no type of a customer's field: " + FieldType.OPEN);
        };
    }

    private Map<Counter, DailyCounts> counts() {
        Map<Counter, DailyCounts> counts = new HashMap<>();
        for (String event : RandomEvents.NAMES) {
            Map<Long, Long> byDay = new HashMap<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                byDay.merge(day(), 1L + random.nextInt(5), Long::sum);
            }
            counts.put(Counter.of(event), DailyCounts.of(byDay));
        }
        return counts;
    }

    /** Rarely tomorrow: a clock may be turned back. */
    private long day() {
        return TODAY + 1 - random.nextInt(DAYS);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
