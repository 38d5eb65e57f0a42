package io.clientele.profile.segment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.profile.counter.ActiveCounters;
import io.clientele.profile.customer.Evaluation;
import io.clientele.profile.tag.TagDefinition;
import io.clientele.profile.tag.TagRules;

/** All definitions of tags and segments, ready to evaluate customers by; pure. */
final class Definitions {

    private final long version;
    private final TagRules rules;
    private final List<SegmentDefinition> segments;
    private final ActiveCounters counters;
    private final Waiting waiting;

    /**
     * Definitions.
     *
     * @param version none of the definitions is older
     * @param segments in any order
     * @param counters not older than the definitions
     */
    Definitions(
            long version,
            Collection<TagDefinition> tags,
            Collection<SegmentDefinition> segments,
            ActiveCounters counters) {
        this.version = version;
        this.rules = new TagRules(tags, counters);
        this.segments = SegmentGraph.order(segments);
        this.counters = counters;
        this.waiting = Waiting.of(tags, this.segments, counters);
    }

    long version() {
        return version;
    }

    /** What is counted for them beside all events of a name. */
    ActiveCounters counters() {
        return counters;
    }

    /** What has to be counted before a segment, or one that it asks for, decides who is a member. */
    Set<Counter> waitingFor(String segment) {
        return waiting.of(segment);
    }

    /** Each after those that it asks for. */
    List<SegmentDefinition> segments() {
        return segments;
    }

    /**
     * The customer with all its tags and segments.
     *
     * @param derived with composite tags only
     * @param manualTags by hand
     * @param listed manual segments that the customer is listed in
     * @param before what the last evaluation gave, which stays where something is not counted yet
     */
    CustomerView evaluate(
            CustomerView derived, Set<String> manualTags, Set<String> listed, Evaluation before, LocalDate today) {
        CustomerView tagged = rules.tagged(derived, manualTags, before.tags(), today);
        Set<String> members = new TreeSet<>();
        for (SegmentDefinition segment : segments) {
            SegmentCondition condition = segment.condition();
            boolean member;
            if (condition == null) {
                member = listed.contains(segment.id());
            } else if (!waitingFor(segment.id()).isEmpty()) {
                member = before.segments().contains(segment.id());
            } else {
                CustomerView asked = condition.segments().isEmpty() ? tagged : tagged.withSegments(members);
                member = condition.matches(asked, today);
            }
            if (member) {
                members.add(segment.id());
            }
        }
        return tagged.withSegments(members);
    }

    /** The first day on which time alone could change a tag or a segment of an evaluated customer. */
    Optional<LocalDate> nextChange(CustomerView evaluated, LocalDate today) {
        Stream<LocalDate> ofSegments = segments.stream()
                .map(SegmentDefinition::condition)
                .flatMap(Stream::ofNullable)
                .map(condition -> condition.nextChange(evaluated, today))
                .flatMap(Optional::stream);
        return Stream.concat(ofSegments, rules.nextChange(evaluated, today).stream())
                .min(Comparator.naturalOrder());
    }
}
