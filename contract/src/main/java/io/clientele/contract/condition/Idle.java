package io.clientele.contract.condition;

import java.util.List;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;

/**
 * Whether a condition can hold for a customer who did nothing that it counts. If not, a search may pass over everyone
 * who did nothing. Traits are not known here, so either answer is possible of each; the result errs to true only.
 */
final class Idle {
    private Idle() {}

    static boolean canMatch(Condition condition) {
        return can(condition, true);
    }

    private static boolean can(Condition condition, boolean wanted) {
        return switch (condition) {
            case And and -> joined(and.conditions(), wanted, wanted);
            case Or or -> joined(or.conditions(), wanted, !wanted);
            case Not not -> can(not.condition(), !wanted);
            case Behaviour behaviour -> behaviour.holds(0) == wanted;
            case Trait _ -> true;
            case EventProperty property -> throw CustomerCondition.wrongScope(property);
            case CustomerProperty _, InSegment _, Bucket _ -> throw SegmentCondition.wrongScope(condition);
        };
    }

    private static boolean joined(List<Condition> conditions, boolean wanted, boolean needsAll) {
        return needsAll
                ? conditions.stream().allMatch(part -> can(part, wanted))
                : conditions.stream().anyMatch(part -> can(part, wanted));
    }
}
