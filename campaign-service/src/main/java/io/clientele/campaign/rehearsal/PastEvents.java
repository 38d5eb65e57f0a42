package io.clientele.campaign.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.InvalidEventException;
import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Searches;
import io.smallrye.mutiny.Uni;

/**
 * Reads events in the order of their time. Events of the past stay as they are, so that pages need no snapshot: what comes late
 * or is erased meanwhile is there or not.
 */
@ApplicationScoped
class PastEvents {

    private static final Logger LOG = Logger.getLogger(PastEvents.class);

    /** Of the largest events there are, an answer stays within what the client takes. */
    private static final int PAGE = 200;

    private final Searches searches;

    PastEvents(Searches searches) {
        this.searches = searches;
    }

    /**
     * Which events.
     *
     * @param names at least one
     * @param from the first instant
     * @param to the first instant that is too late
     */
    record Wanted(Set<String> names, Instant from, Instant to) {}

    /**
     * Some events.
     *
     * @param after where the next page begins; null on the last one
     */
    record Page(List<Event> events, @Nullable JsonNode after) {}

    /** How many there are, but not beyond a number. */
    Uni<Long> count(Wanted wanted, int most) {
        ObjectNode body = body(wanted).put("size", 0).put("track_total_hits", most);
        return searches.search(EventsIndex.READ_ALIAS, body)
                .map(answer -> answer.at("/hits/total/value").asLong());
    }

    /** The next ones. */
    Uni<Page> page(Wanted wanted, @Nullable JsonNode after) {
        ObjectNode body = body(wanted).put("size", PAGE).put("track_total_hits", false);
        body.putArray("sort").add("@timestamp").add("message_id");
        if (after != null) {
            body.set("search_after", after);
        }
        return searches.search(EventsIndex.READ_ALIAS, body).map(PastEvents::page);
    }

    private static ObjectNode body(Wanted wanted) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var filter = body.putObject("query").putObject("bool").putArray("filter");
        filter.addObject()
                .putObject("range")
                .putObject("@timestamp")
                .put("gte", wanted.from().toString())
                .put("lt", wanted.to().toString());
        var names = filter.addObject().putObject("terms").putArray("event");
        wanted.names().forEach(names::add);
        return body;
    }

    private static Page page(JsonNode answer) {
        List<Event> events = new ArrayList<>();
        JsonNode hits = answer.at("/hits/hits");
        for (JsonNode hit : hits) {
            try {
                events.add(EventDocument.read(hit.path("_source")));
            } catch (InvalidEventException unreadable) {
                LOG.warnf(
                        "A dry run passes over the event %s: %s",
                        hit.path("_id").asText(), unreadable.getMessage());
            }
        }
        return new Page(
                events, hits.size() < PAGE ? null : hits.path(hits.size() - 1).path("sort"));
    }
}
