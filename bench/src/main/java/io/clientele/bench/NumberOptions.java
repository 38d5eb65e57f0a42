package io.clientele.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Options of the form {@code --name N}. */
final class NumberOptions {

    private final Map<String, Integer> values;

    private NumberOptions(Map<String, Integer> values) {
        this.values = values;
    }

    /**
     * Reads options.
     *
     * @param command whose they are, such as {@code bench feed}
     * @param defaults every option that there is, with the value that it has if it is not given
     * @throws IllegalArgumentException for people to read, if there is another or a value is no whole number
     */
    static NumberOptions parse(String command, List<String> options, Map<String, Integer> defaults) {
        Map<String, Integer> values = new HashMap<>(defaults);
        for (int i = 0; i < options.size(); i += 2) {
            String option = options.get(i);
            if (!defaults.containsKey(option)) {
                throw new IllegalArgumentException(command + " takes "
                        + String.join(" N, ", new TreeSet<>(defaults.keySet())) + " N; not " + option);
            }
            values.put(option, number(i + 1 < options.size() ? options.get(i + 1) : ""));
        }
        return new NumberOptions(values);
    }

    int of(String option) {
        Integer value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException("there is no option " + option);
        }
        return value;
    }

    /** Refuses a value outside its range. */
    static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " must be " + least + " to " + most + ", not " + value);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("a whole number is needed, not '" + text + "'", notANumber);
        }
    }
}
