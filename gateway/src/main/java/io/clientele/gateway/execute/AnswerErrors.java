package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The errors of one answer, and the places that they explain. */
final class AnswerErrors {

    /** The most errors that are told; a list of thousands would tell one failure thousands of times. */
    private static final int TOLD = 100;

    private static final class Place {
        private final Map<Object, Place> below = new HashMap<>();
        private boolean told;
    }

    private final List<AnswerError> told = new ArrayList<>();
    private final Place root = new Place();
    private int more;

    /** Adds an error; it explains what is missing at its path even if it is one of too many to be told. */
    void add(AnswerError error) {
        if (told.size() < TOLD) {
            told.add(error);
        } else {
            more++;
        }
        if (error.path() != null) {
            Place place = root;
            for (Object key : error.path()) {
                place = place.below.computeIfAbsent(key, any -> new Place());
            }
            place.told = true;
        }
    }

    void addAll(List<AnswerError> errors) {
        errors.forEach(this::add);
    }

    /** Whether an error is told at that path, above or below it. */
    boolean explain(List<Object> path) {
        Place place = root;
        for (Object key : path) {
            place = place.below.get(key);
            if (place == null || place.told) {
                return place != null;
            }
        }
        return true;
    }

    /** The errors for the client. */
    List<AnswerError> told() {
        List<AnswerError> errors = new ArrayList<>(told);
        if (more > 0) {
            errors.add(new AnswerError(
                    "There are " + more + " more errors like these.", null, "MORE_ERRORS", null, Map.of()));
        }
        return errors;
    }
}
