package io.clientele.contract.condition;

import java.util.List;

import io.clientele.contract.condition.InvalidCondition.Code;

/**
 * How large a condition may be. Sixteen levels stay below the thirty that Elasticsearch allows a query to nest, 256
 * leaves below its limit of clauses, and both keep an answer's cost in bounds.
 */
final class Limits {
    static final int MAX_DEPTH = 16;
    static final int MAX_LEAVES = 256;
    static final int MAX_VALUES = 1_000;

    private int leaves;

    private Limits() {}

    static void check(Condition condition) {
        new Limits().check(condition, 1);
    }

    /** Refuses a level that is too deep; on its own for readers, which must stop before they have built it. */
    static void depth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new InvalidConditionException(
                    Code.TOO_DEEP, "condition", "is nested more deeply than " + MAX_DEPTH + " levels");
        }
    }

    private void check(Condition condition, int depth) {
        depth(depth);
        switch (condition) {
            case Condition.And and -> each(and.conditions(), depth);
            case Condition.Or or -> each(or.conditions(), depth);
            case Condition.Not not -> check(not.condition(), depth + 1);
            case Condition.EventProperty _,
                    Condition.Trait _,
                    Condition.CustomerProperty _,
                    Condition.InSegment _,
                    Condition.Bucket _ -> leaf();
            case Condition.Behaviour behaviour -> {
                leaf();
                behaviour.where().ifPresent(where -> check(where, depth + 1));
            }
        }
    }

    private void each(List<Condition> conditions, int depth) {
        for (Condition condition : conditions) {
            check(condition, depth + 1);
        }
    }

    private void leaf() {
        leaves++;
        if (leaves > MAX_LEAVES) {
            throw new InvalidConditionException(
                    Code.TOO_MANY_CONDITIONS, "condition", "has more than " + MAX_LEAVES + " comparisons");
        }
    }
}
