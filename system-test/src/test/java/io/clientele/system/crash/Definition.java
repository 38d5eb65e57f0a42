package io.clientele.system.crash;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.contract.condition.ConditionJson;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.condition.SegmentCondition;

/**
 * A rule of a tag, or a segment.
 *
 * @param condition as JSON, as it is stored
 */
record Definition(Kind kind, String id, String condition) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The tag's rule at first, and later. */
    static final List<Definition> TAGS =
            List.of(tag("from-here", trait("city", "c1")), tag("from-here", trait("city", "c2")));

    /** Each after those that it asks for. */
    static final List<Definition> SEGMENTS = List.of(
            segment("readers", behaviour("Page Viewed", "\"atLeast\":3")),
            segment("lately", behaviour("Product Added", "\"atLeast\":1,\"withinDays\":30")),
            segment("buyers", "{\"and\":[" + is("tags", "from-here") + "," + atLeast("orders", 2) + "]}"),
            segment("known", "{\"not\":" + is("kind", "visitor") + "}"),
            segment("worthy", "{\"or\":[" + is("value_tier", "loyal") + "," + atLeast("m_score", 4) + "]}"),
            segment("going", "{\"customer\":{\"field\":\"signals\",\"operator\":\"EXISTS\"}}"),
            segment("worthy-readers", "{\"and\":[" + in("readers") + "," + in("worthy") + "]}"),
            segment("half", "{\"bucket\":{\"salt\":\"crash\",\"from\":0,\"to\":5000}}"));

    /** What takes the place of the first of them later. */
    static final Definition READERS_LATER = segment("readers", behaviour("Page Viewed", "\"atLeast\":5"));

    /** Whom campaigns look for, beside what is done. */
    static final List<Definition> AUDIENCES = List.of(
            segment("gold", trait("tier", "gold")), segment("lookers", behaviour("Product Viewed", "\"atLeast\":3")));

    /** What a condition is of. */
    enum Kind {
        TAG("defineTag", "DefineTagInput", "RULE"),
        SEGMENT("defineSegment", "DefineSegmentInput", "CONDITION");

        final String mutation;
        final String input;
        final String ofCondition;

        Kind(String mutation, String input, String ofCondition) {
            this.mutation = mutation;
            this.input = input;
            this.ofCondition = ofCondition;
        }
    }

    /** The segments, by their last definitions, of a customer that has its tags. */
    static Set<String> segments(CustomerView tagged, LocalDate today) {
        Set<String> members = new LinkedHashSet<>();
        for (Definition first : SEGMENTS) {
            Definition last = first.id().equals(READERS_LATER.id()) ? READERS_LATER : first;
            if (last.read().matches(tagged.withSegments(members), today)) {
                members.add(last.id());
            }
        }
        return members;
    }

    SegmentCondition read() {
        return new SegmentCondition(ConditionJson.read(json(condition)));
    }

    /** The condition as GraphQL takes it, which asks for a segment by its id alone. */
    JsonNode asInput() {
        return json(condition.replaceAll("\\{\"id\":(\"[^\"]*\")}", "$1"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private static Definition tag(String id, String condition) {
        return new Definition(Kind.TAG, id, condition);
    }

    private static Definition segment(String id, String condition) {
        return new Definition(Kind.SEGMENT, id, condition);
    }

    private static String trait(String name, String value) {
        return "{\"trait\":{\"name\":\"%s\",\"operator\":\"ANY_OF\",\"values\":[\"%s\"]}}".formatted(name, value);
    }

    private static String behaviour(String event, String often) {
        return "{\"behaviour\":{\"event\":\"%s\",%s}}".formatted(event, often);
    }

    private static String is(String field, String value) {
        return "{\"customer\":{\"field\":\"%s\",\"operator\":\"ANY_OF\",\"values\":[\"%s\"]}}".formatted(field, value);
    }

    private static String atLeast(String field, int value) {
        return "{\"customer\":{\"field\":\"%s\",\"operator\":\"AT_LEAST\",\"values\":[\"%d\"]}}"
                .formatted(field, value);
    }

    private static String in(String segment) {
        return "{\"segment\":{\"id\":\"%s\"}}".formatted(segment);
    }
}
