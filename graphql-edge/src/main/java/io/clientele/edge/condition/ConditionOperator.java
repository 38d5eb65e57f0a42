package io.clientele.edge.condition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

import io.clientele.contract.condition.Operator;

/** How a field is compared, as a client names it. */
@Enum("ConditionOperator")
@Description("How a field is compared. Of a field with several values, any may fulfil the comparison.")
public enum ConditionOperator {
    @Description("Equal to one of the values.")
    ANY_OF(Operator.ANY_OF),

    @Description("Equal to none of the values, also if there is no value.")
    NONE_OF(Operator.NONE_OF),

    @Description("There is a value.")
    EXISTS(Operator.EXISTS),

    @Description("Begins with the one value.")
    PREFIX(Operator.PREFIX),

    @Description("Below the one value; of numbers, amounts and instants, as are the next three.")
    LESS(Operator.LESS),

    @Description("Not above the one value.")
    AT_MOST(Operator.AT_MOST),

    @Description("Above the one value.")
    GREATER(Operator.GREATER),

    @Description("Not below the one value.")
    AT_LEAST(Operator.AT_LEAST);

    private final Operator operator;

    ConditionOperator(Operator operator) {
        this.operator = operator;
    }

    Operator operator() {
        return operator;
    }
}
