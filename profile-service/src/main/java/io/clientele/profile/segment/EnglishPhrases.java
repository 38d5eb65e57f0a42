package io.clientele.profile.segment;

import java.util.List;

import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Operator;

/** Conditions in English. */
record EnglishPhrases() implements Phrases {
    @Override
    public String all() {
        return "all of these hold";
    }

    @Override
    public String any() {
        return "at least one of these holds";
    }

    @Override
    public String none() {
        return "this does not hold";
    }

    @Override
    public String separator() {
        return "; ";
    }

    @Override
    public String list(List<String> values) {
        return values.isEmpty() ? "nothing" : String.join(", ", values);
    }

    @Override
    public String comparison(String field, Operator operator, String values) {
        return switch (operator) {
            case ANY_OF -> field + " is one of " + values;
            case NONE_OF -> field + " is none of " + values;
            case EXISTS -> field + " is known";
            case PREFIX -> field + " begins with " + values;
            case LESS -> field + " is below " + values;
            case AT_MOST -> field + " is at most " + values;
            case GREATER -> field + " is above " + values;
            case AT_LEAST -> field + " is at least " + values;
        };
    }

    @Override
    public String behaviour(Behaviour behaviour, String where) {
        String most = behaviour.atMost().isPresent()
                ? " and at most " + behaviour.atMost().getAsLong()
                : "";
        String window = behaviour.withinDays().isPresent()
                ? " in the last " + behaviour.withinDays().getAsInt() + " days"
                : "";
        String counted = "“" + behaviour.event() + "”" + (where.isEmpty() ? "" : " where " + where + ",");
        return counted + " at least " + behaviour.atLeast() + most + " times" + window;
    }

    @Override
    public String inSegment(String segment) {
        return "is in segment " + segment;
    }

    @Override
    public String bucket(Bucket bucket) {
        return "is in random part " + bucket.from() + " to " + bucket.to() + " of 10000 by “" + bucket.salt() + "”";
    }

    @Override
    public String reason(String statement, String actual, boolean holds) {
        return statement + (actual.isEmpty() ? "" : " (it has " + actual + ")") + (holds ? ": yes" : ": no");
    }

    @Override
    public String verdict(String customer, String segment, boolean holds, String reasons) {
        return customer + (holds ? " belongs to " : " does not belong to ") + segment + ": " + reasons + ".";
    }

    @Override
    public String both(List<String> conditions) {
        return joined(" and ", conditions);
    }

    @Override
    public String either(List<String> conditions) {
        return joined(" or ", conditions);
    }

    @Override
    public String not(String condition) {
        return "not (" + condition + ")";
    }

    private static String joined(String word, List<String> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : "(" + String.join(word, conditions) + ")";
    }
}
