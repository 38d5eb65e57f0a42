package io.clientele.profile.segment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.profile.tag.TagDefinition;
import io.clientele.profile.tag.TagRules;

/** All definitions of tags and segments, ready to evaluate customers by; pure. */
final class Definitions {

    private final long version;
    private final TagRules rules;
    private final List<SegmentDefinition> segments;

    /**
     * Definitions.
     *
     * @param version none of the definitions is older
     * @param segments in any order
     */
    Definitions(long version, Collection<TagDefinition> tags, Collection<SegmentDefinition> segments) {
        this.version = version;
        this.rules = new TagRules(tags);
        this.segments = SegmentGraph.order(segments);
    }

    long version() {
        return version;
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
     */
    CustomerView evaluate(CustomerView derived, Set<String> manualTags, Set<String> listed, LocalDate today) {
        CustomerView tagged = rules.tagged(derived, manualTags, today);
        Set<String> members = new TreeSet<>();
        for (SegmentDefinition segment : segments) {
            SegmentCondition condition = segment.condition();
            boolean member = condition == null
                    ? listed.contains(segment.id())
                    : condition.matches(condition.segments().isEmpty() ? tagged : tagged.withSegments(members), today);
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
