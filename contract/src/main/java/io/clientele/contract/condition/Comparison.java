package io.clientele.contract.condition;

import java.util.List;
import java.util.function.LongPredicate;

import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/** Compares the values that a field has with those that are asked for. */
final class Comparison {
    private Comparison() {}

    static boolean matches(List<FieldValue> present, Operator operator, List<FieldValue> asked) {
        return switch (operator) {
            case ANY_OF -> present.stream().anyMatch(asked::contains);
            case NONE_OF -> present.stream().noneMatch(asked::contains);
            case EXISTS -> !present.isEmpty();
            case PREFIX -> begins(present, asked.getFirst());
            case LESS -> numbers(present, value -> value < number(asked));
            case AT_MOST -> numbers(present, value -> value <= number(asked));
            case GREATER -> numbers(present, value -> value > number(asked));
            case AT_LEAST -> numbers(present, value -> value >= number(asked));
        };
    }

    private static boolean begins(List<FieldValue> present, FieldValue prefix) {
        return present.stream()
                .anyMatch(value -> value instanceof Text(String text)
                        && prefix instanceof Text(String beginning)
                        && text.startsWith(beginning));
    }

    private static boolean numbers(List<FieldValue> present, LongPredicate test) {
        return present.stream().anyMatch(value -> value instanceof Whole(long number) && test.test(number));
    }

    private static long number(List<FieldValue> asked) {
        return switch (asked.getFirst()) {
            case Whole(long number) -> number;
            case Text _ -> throw new IllegalStateException("an ordering takes numbers: the constructor saw to it");
        };
    }
}
