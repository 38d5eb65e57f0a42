package io.clientele.profile.segment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.Operator;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.index.CustomerField;
import io.clientele.profile.counter.ActiveCounters;
import io.clientele.profile.tag.TagDefinition;
import io.clientele.profile.tag.TagRules;

/**
 * Which segments wait for which counters, by their own conditions or by those of segments and tags that they ask for: a
 * segment that asks for who is <em>not</em> in another must not take everybody in while that one has nobody yet. Pure.
 */
final class Waiting {

    private final Map<String, Set<Counter>> tags = new HashMap<>();
    private final Map<String, Set<Counter>> segments = new HashMap<>();

    private Waiting() {}

    /**
     * What waits.
     *
     * @param segments each after those that it asks for
     */
    static Waiting of(Collection<TagDefinition> tags, List<SegmentDefinition> segments, ActiveCounters counters) {
        Waiting waiting = new Waiting();
        for (TagDefinition tag : tags) {
            SegmentCondition rule = tag.rule();
            if (rule != null && !counters.missing(rule).isEmpty()) {
                waiting.tags.put(tag.id(), counters.missing(rule));
            }
        }
        for (SegmentDefinition segment : segments) {
            SegmentCondition condition = segment.condition();
            if (condition != null) {
                Set<Counter> missing = waiting.of(condition, counters);
                if (!missing.isEmpty()) {
                    waiting.segments.put(segment.id(), missing);
                }
            }
        }
        return waiting;
    }

    /** What a segment waits for; nothing if it does not. */
    Set<Counter> of(String segment) {
        return segments.getOrDefault(segment, Set.of());
    }

    private Set<Counter> of(SegmentCondition condition, ActiveCounters counters) {
        Set<Counter> missing = new HashSet<>(counters.missing(condition));
        condition.segments().forEach(asked -> missing.addAll(of(asked)));
        tags.forEach((tag, counted) -> {
            if (asks(condition, tag)) {
                missing.addAll(counted);
            }
        });
        return missing;
    }

    private static boolean asks(SegmentCondition condition, String tag) {
        return condition.leaves().stream()
                .filter(CustomerProperty.class::isInstance)
                .map(CustomerProperty.class::cast)
                .filter(property -> property.field() == CustomerField.TAGS)
                // Beginnings of tags, and whether there are any, may be about each of them.
                .anyMatch(property -> property.operator() == Operator.PREFIX
                        || property.operator() == Operator.EXISTS
                        || TagRules.asked(new SegmentCondition(property)).contains(tag));
    }
}
