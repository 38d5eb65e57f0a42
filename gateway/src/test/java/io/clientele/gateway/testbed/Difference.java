package io.clientele.gateway.testbed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Compares two answers as JSON texts would be compared: the order of keys counts, the class of a number does not. */
final class Difference {

    private Difference() {}

    /** Where and how the answers first differ. */
    static Optional<String> between(@Nullable Object expected, @Nullable Object actual) {
        return between("data", expected, actual);
    }

    private static Optional<String> between(String place, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
            return maps(place, one, other);
        }
        if (expected instanceof List<?> one && actual instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                Optional<String> difference = between(place + "[" + i + "]", one.get(i), other.get(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        boolean same = (expected instanceof Number && actual instanceof Number)
                ? new BigDecimal(expected.toString()).compareTo(new BigDecimal(actual.toString())) == 0
                : Objects.equals(expected, actual);
        return same ? Optional.empty() : Optional.of(place + " is " + actual + " and not " + expected);
    }

    private static Optional<String> maps(String place, Map<?, ?> expected, Map<?, ?> actual) {
        List<Object> keys = new ArrayList<>(expected.keySet());
        if (!keys.equals(new ArrayList<>(actual.keySet()))) {
            return Optional.of(place + " has the keys " + actual.keySet() + " and not " + keys);
        }
        return keys.stream()
                .flatMap(key -> between(place + "." + key, expected.get(key), actual.get(key)).stream())
                .findFirst();
    }
}
