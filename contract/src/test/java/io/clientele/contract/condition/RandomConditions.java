package io.clientele.contract.condition;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.clientele.contract.RandomEvents;
import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.EventField;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/** Random valid conditions over the words of {@link RandomEvents}. */
final class RandomConditions {
    private static final List<EventField> FIELDS = Arrays.stream(EventField.values())
            .filter(field -> Operator.EXISTS.allowedOn(field.type()))
            .toList();
    private static final List<String> SNAPSHOT = List.of("age_band", "gender", "tier", "lifecycle", "spending");

    private final Random random;

    RandomConditions(Random random) {
        this.random = random;
    }

    EventCondition ofEvent() {
        return new EventCondition(tree(3, this::eventLeaf));
    }

    CustomerCondition ofCustomer() {
        return new CustomerCondition(tree(2, this::customerLeaf));
    }

    SegmentCondition ofSegment() {
        return new SegmentCondition(tree(3, this::segmentLeaf));
    }

    private Condition tree(int depth, Supplier<Condition> leaf) {
        if (depth == 0) {
            return leaf.get();
        }
        return switch (random.nextInt(5)) {
            case 0 -> new And(trees(depth, leaf));
            case 1 -> new Or(trees(depth, leaf));
            case 2 -> new Not(tree(depth - 1, leaf));
            default -> leaf.get();
        };
    }

    private List<Condition> trees(int depth, Supplier<Condition> leaf) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> tree(depth - 1, leaf))
                .toList();
    }

    private Condition eventLeaf() {
        if (random.nextInt(6) == 0) {
            return trait(pick(SNAPSHOT));
        }
        EventField field = pick(FIELDS);
        FieldPath path = new FieldPath(field, field.type() == FieldType.OPEN ? key() : null);
        Operator operator = operator(field.type());
        return new EventProperty(
                path, operator, values(operator, () -> value(path, operator)).toList());
    }

    private Condition customerLeaf() {
        return random.nextInt(4) == 0 ? trait(key()) : behaviour();
    }

    private Condition segmentLeaf() {
        return switch (random.nextInt(8)) {
            case 0 -> trait(key());
            case 1, 2 -> behaviour();
            case 3 -> new InSegment(pick(RandomCustomers.SEGMENTS));
            case 4 -> bucket();
            default -> customerProperty();
        };
    }

    private Bucket bucket() {
        int from = random.nextInt(Bucket.PARTS);
        return new Bucket(pick(RandomEvents.WORDS), from, from + 1 + random.nextInt(Bucket.PARTS - from));
    }

    private CustomerProperty customerProperty() {
        CustomerField field = pick(List.of(CustomerField.values()));
        Operator operator = operator(field.type());
        return new CustomerProperty(
                field,
                operator,
                values(operator, () -> customerValue(field, operator)).toList());
    }

    private FieldValue customerValue(CustomerField field, Operator operator) {
        FieldValue value = field.type() == FieldType.DAY
                ? new Whole(random.nextInt(RandomCustomers.DAYS))
                : field == CustomerField.CUSTOMER_ID
                        ? new Text(RandomCustomers.id(random.nextInt(RandomCustomers.CUSTOMERS)))
                        : new RandomCustomers(random).value(field);
        return operator == Operator.PREFIX && value instanceof Text(String text) ? new Text(beginning(text)) : value;
    }

    private Trait trait(String name) {
        Operator operator = operator(FieldType.KEYWORD);
        return new Trait(
                name, operator, values(operator, () -> pick(RandomEvents.WORDS)).toList());
    }

    private Behaviour behaviour() {
        Optional<Condition> where = random.nextBoolean() ? Optional.of(tree(1, this::eventLeaf)) : Optional.empty();
        OptionalInt window = random.nextInt(3) == 0 ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(60));
        long atLeast = random.nextInt(6);
        OptionalLong atMost = atLeast == 0 || random.nextBoolean()
                ? OptionalLong.of(atLeast + random.nextInt(5))
                : OptionalLong.empty();
        return new Behaviour(pick(RandomEvents.NAMES), where, atLeast, atMost, window);
    }

    private String key() {
        return random.nextInt(4) == 0
                ? pick(RandomEvents.KEYS) + "." + pick(RandomEvents.KEYS)
                : pick(RandomEvents.KEYS);
    }

    private Operator operator(FieldType type) {
        return pick(Arrays.stream(Operator.values())
                .filter(operator -> operator.allowedOn(type))
                .toList());
    }

    private <T> Stream<T> values(Operator operator, Supplier<T> value) {
        return switch (operator) {
            case EXISTS -> Stream.empty();
            case ANY_OF, NONE_OF -> Stream.generate(value).limit(1 + random.nextInt(3));
            case PREFIX, LESS, AT_MOST, GREATER, AT_LEAST -> Stream.of(value.get());
        };
    }

    private FieldValue value(FieldPath path, Operator operator) {
        return switch (path.field().type()) {
            case KEYWORD -> new Text(keyword(path.field(), operator));
            case OPEN -> new Text(open(operator));
            case LONG -> new Whole(pick(RandomEvents.NUMBERS));
            case MONEY -> new Whole(pick(RandomEvents.AMOUNTS));
            case DATE ->
                new Whole(RandomEvents.NOW
                        .minus(Duration.ofHours(12L * random.nextInt(120)))
                        .toEpochMilli());
            case DAY, SORTED_KEYWORD, HASH, KEPT_DATE, FLAG, KEPT_OBJECT ->
                throw new AssertionError("not among the fields");
        };
    }

    private String keyword(EventField field, Operator operator) {
        String word = switch (field) {
            case EVENT -> pick(RandomEvents.NAMES);
            case TYPE -> pick(List.of("track", "page", "identify"));
            case SOURCE -> pick(List.of("shop", "app"));
            case CUSTOMER_ID -> pick(List.of("c1", "anon:c1", "c2", "anon:"));
            case CURRENCY -> pick(List.of("CNY", "EUR"));
            default -> pick(RandomEvents.WORDS);
        };
        return operator == Operator.PREFIX ? beginning(word) : word;
    }

    private String open(Operator operator) {
        String word = random.nextInt(5) == 0
                ? pick(RandomEvents.LONG_WORDS)
                : pick(Stream.concat(RandomEvents.WORDS.stream(), Stream.of("2147483647", "1E+30", "-0.1", "false"))
                        .toList());
        return operator == Operator.PREFIX ? beginning(word) : random.nextInt(20) == 0 ? "" : word;
    }

    /** A beginning of whole code points, never empty. */
    private String beginning(String word) {
        int points = 1 + random.nextInt(word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, points));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
