package io.clientele.funnel.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.index.EventsIndex;
import io.clientele.edge.page.PageRequest;
import io.clientele.elasticsearch.client.Searches;
import io.clientele.funnel.question.Listing;
import io.smallrye.mutiny.Uni;

/** Finds customers and their events. Fails with the codes of {@link Searches}. */
@ApplicationScoped
class JourneyService {

    private final Searches searches;

    JourneyService(Searches searches) {
        this.searches = searches;
    }

    /** The customers of these ids, in their order, null for those without an event. */
    Uni<List<@Nullable Customer>> known(List<String> ids) {
        Set<String> distinct = new TreeSet<>(ids);
        if (distinct.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return searches.search(EventsIndex.READ_ALIAS, JourneySearch.routing(distinct), JourneySearch.known(distinct))
                .map(JourneySearch::readKnown)
                .map(known -> inOrder(ids, known));
    }

    private static List<@Nullable Customer> inOrder(List<String> ids, Set<String> known) {
        List<@Nullable Customer> customers = new ArrayList<>();
        for (String id : ids) {
            customers.add(known.contains(id) ? new Customer(id) : null);
        }
        return customers;
    }

    Uni<JourneyEventConnection> page(String customerId, JourneyOrder order, PageRequest page) {
        Listing listing = order.listing();
        return Uni.createFrom()
                .item(() -> JourneySearch.journey(customerId, listing, page))
                .flatMap(body ->
                        searches.search(EventsIndex.READ_ALIAS, JourneySearch.routing(Set.of(customerId)), body))
                .map(answer -> JourneyEventConnection.of(listing.read(page, answer)));
    }
}
