package io.clientele.funnel.question;

import io.clientele.contract.condition.FieldPath;
import io.clientele.contract.condition.InvalidConditionException;

/** The fields of stored events that results can be broken down by. */
public final class EventFields {

    private EventFields() {}

    /**
     * Checks that events can be grouped by a field: one that holds searchable text, or any path below {@code properties.}
     * or {@code traits.}.
     *
     * @param input the input that names the field, for the error
     * @throws io.clientele.edge.CodedException {@code UNKNOWN_FIELD}
     */
    public static String groupable(String input, String name) {
        try {
            FieldPath path = FieldPath.of(name);
            boolean text = switch (path.field().type()) {
                case KEYWORD, OPEN -> true;
                case SORTED_KEYWORD, LONG, MONEY, HASH, DATE, DAY, KEPT_DATE, FLAG, KEPT_OBJECT -> false;
            };
            if (text) {
                return path.name();
            }
        } catch (InvalidConditionException unknown) {
            throw new QuestionFailure.UnknownField(input, unknown.failure().reason()).exception();
        }
        throw new QuestionFailure.UnknownField(input, "holds no text to group by").exception();
    }
}
