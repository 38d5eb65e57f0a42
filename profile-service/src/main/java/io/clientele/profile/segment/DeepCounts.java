package io.clientele.profile.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.SegmentCondition;

/**
 * A condition that asks for counts above those that documents tell, split by who did any of it {@value #INDEXED} times or
 * more. Of all others a search knows the answer; these are few, and are asked one by one. Pure.
 *
 * @param seldom the same as the condition of those who did none of it so often; of others it means nothing
 * @param often who did some of it so often
 * @param candidates those of them of whom the condition could hold
 */
record DeepCounts(SegmentCondition seldom, SegmentCondition often, SegmentCondition candidates) {

    /** The highest count that documents tell. */
    private static final int INDEXED = 16;

    private static final Condition EVERYBODY = new Bucket("everybody", 0, Bucket.PARTS);
    private static final Condition NOBODY = new Not(EVERYBODY);

    /** The split of a condition; empty if documents tell all that it asks for. */
    static Optional<DeepCounts> of(SegmentCondition condition) {
        List<Condition> often = condition.leaves().stream()
                .filter(DeepCounts::deep)
                .map(leaf -> often((Behaviour) leaf))
                .toList();
        if (often.isEmpty()) {
            return Optional.empty();
        }
        List<Condition> candidates = new ArrayList<>();
        candidates.add(new Or(often));
        if (condition.condition() instanceof And and) {
            and.conditions().stream()
                    .filter(part -> new SegmentCondition(part).leaves().stream().noneMatch(DeepCounts::deep))
                    .forEach(candidates::add);
        }
        return Optional.of(new DeepCounts(
                new SegmentCondition(seldom(condition.condition())),
                new SegmentCondition(new Or(often)),
                new SegmentCondition(new And(candidates))));
    }

    private static boolean deep(Condition leaf) {
        return leaf instanceof Behaviour behaviour
                && (behaviour.atLeast() > INDEXED
                        || (behaviour.atMost().isPresent() && behaviour.atMost().getAsLong() >= INDEXED));
    }

    private static Condition often(Behaviour behaviour) {
        return new Behaviour(
                behaviour.event(), behaviour.where(), INDEXED, OptionalLong.empty(), behaviour.withinDays());
    }

    private static Condition seldom(Condition condition) {
        return switch (condition) {
            case And and -> new And(each(and.conditions()));
            case Or or -> new Or(each(or.conditions()));
            case Not not -> new Not(seldom(not.condition()));
            case Behaviour behaviour -> deep(behaviour) ? seldom(behaviour) : behaviour;
            case Trait _, CustomerProperty _, InSegment _, Bucket _, EventProperty _ -> condition;
        };
    }

    private static List<Condition> each(List<Condition> conditions) {
        return conditions.stream().map(DeepCounts::seldom).toList();
    }

    /** Asked of who did it fewer times: nobody reaches such a least, and everybody keeps to such a most. */
    private static Condition seldom(Behaviour behaviour) {
        if (behaviour.atLeast() >= INDEXED) {
            return NOBODY;
        }
        return behaviour.atLeast() == 0
                ? EVERYBODY
                : new Behaviour(
                        behaviour.event(),
                        behaviour.where(),
                        behaviour.atLeast(),
                        OptionalLong.empty(),
                        behaviour.withinDays());
    }
}
