package io.clientele.edge.condition;

import io.clientele.contract.condition.InvalidCondition;
import io.clientele.edge.Refusal;

/** Why a condition is not taken. */
public sealed interface ConditionRefusal extends Refusal {

    /** A condition that the grammar refuses, with the grammar's own code. */
    record RefusedCondition(String field, InvalidCondition reason) implements ConditionRefusal {
        @Override
        public String code() {
            return reason.code().name();
        }

        @Override
        public String message() {
            return field + ": " + reason.field() + " " + reason.reason() + ".";
        }
    }

    /** A condition of no kind or of several at once. */
    record UnclearCondition(String field, String message) implements ConditionRefusal {
        @Override
        public String code() {
            return "INVALID_CONDITION";
        }
    }
}
