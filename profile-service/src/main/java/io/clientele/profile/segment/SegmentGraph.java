package io.clientele.profile.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.clientele.contract.condition.SegmentCondition;

/** Which segment asks for which, and an order in which each comes after those that it asks for; pure. */
final class SegmentGraph {

    private enum Mark {
        BEGUN,
        DONE
    }

    private final Map<String, SegmentDefinition> byId = new LinkedHashMap<>();
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final List<SegmentDefinition> ordered = new ArrayList<>();

    private SegmentGraph(Collection<SegmentDefinition> segments) {
        segments.forEach(segment -> byId.put(segment.id(), segment));
    }

    /**
     * The segments, each after those that it asks for.
     *
     * @throws io.clientele.edge.CodedException {@code SEGMENT_CYCLE} or {@code UNKNOWN_SEGMENT}, naming {@code
     *     input.condition}
     */
    static List<SegmentDefinition> order(Collection<SegmentDefinition> segments) {
        SegmentGraph graph = new SegmentGraph(segments);
        segments.forEach(segment -> graph.visit(segment, new ArrayList<>()));
        return List.copyOf(graph.ordered);
    }

    /**
     * Checks that the segments that a condition asks for exist.
     *
     * @throws io.clientele.edge.CodedException {@code UNKNOWN_SEGMENT}
     */
    static void known(String field, SegmentCondition condition, Collection<SegmentDefinition> segments) {
        Set<String> missing = new TreeSet<>(condition.segments());
        segments.forEach(segment -> missing.remove(segment.id()));
        if (!missing.isEmpty()) {
            throw new SegmentFailure.UnknownSegment(field).exception();
        }
    }

    // At most as deep as there are segments, of which there are not many.
    private void visit(SegmentDefinition segment, List<String> path) {
        if (marks.get(segment.id()) == Mark.DONE) {
            return;
        }
        path.add(segment.id());
        if (marks.put(segment.id(), Mark.BEGUN) == Mark.BEGUN) {
            throw new SegmentFailure.Cycle("input.condition", path.subList(path.indexOf(segment.id()), path.size()))
                    .exception();
        }
        for (String asked : asked(segment)) {
            SegmentDefinition next = byId.get(asked);
            if (next == null) {
                throw new SegmentFailure.UnknownSegment("input.condition").exception();
            }
            visit(next, path);
        }
        path.removeLast();
        marks.put(segment.id(), Mark.DONE);
        ordered.add(segment);
    }

    private static Set<String> asked(SegmentDefinition segment) {
        SegmentCondition condition = segment.condition();
        return condition == null ? Set.of() : condition.segments();
    }
}
