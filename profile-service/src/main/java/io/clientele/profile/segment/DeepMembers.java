package io.clientele.profile.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.index.CustomersIndex;
import io.clientele.database.Database;
import io.clientele.elasticsearch.client.Searches;
import io.clientele.profile.index.StoredCustomer;
import io.clientele.profile.index.StoredCustomers;
import io.smallrye.mutiny.Uni;

/** Asks customers one by one, as PostgreSQL knows them, where documents do not tell enough; page by page. */
@ApplicationScoped
class DeepMembers {

    /** So many take PostgreSQL some seconds. */
    private static final int MOST = 10_000;

    private static final int PAGE = 500;

    private final Searches searches;
    private final Database database;
    private final StoredCustomers customers;

    DeepMembers(Searches searches, Database database, StoredCustomers customers) {
        this.searches = searches;
        this.database = database;
        this.customers = customers;
    }

    /**
     * The ids of the customers of whom a condition holds.
     *
     * @param candidates the query for customers who are asked
     * @return empty if they are more than 10,000
     */
    Uni<Optional<List<String>>> find(SegmentCondition condition, ObjectNode candidates, LocalDate today) {
        return searches.search(CustomersIndex.READ_ALIAS, MembersSearch.preview(candidates, 0))
                .flatMap(answer -> MembersSearch.total(answer) > MOST
                        ? Uni.createFrom().item(Optional.empty())
                        : next(condition, candidates, today, "", new ArrayList<>())
                                .map(Optional::of));
    }

    private Uni<List<String>> next(
            SegmentCondition condition, ObjectNode candidates, LocalDate today, String after, List<String> found) {
        return searches.search(CustomersIndex.READ_ALIAS, MembersSearch.ids(candidates, after, PAGE))
                .map(DeepMembers::ids)
                .flatMap(ids -> database.onConnection(connection -> customers.load(connection, ids))
                        .invoke(loaded -> loaded.stream()
                                .map(StoredCustomer::view)
                                .filter(view -> condition.matches(view, today))
                                .forEach(view -> found.add(view.id())))
                        .flatMap(loaded -> ids.size() < PAGE
                                ? Uni.createFrom().item(found)
                                : next(condition, candidates, today, ids.getLast(), found)));
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.required("hits")
                .required("hits")
                .forEach(hit -> ids.add(hit.required("_id").asText()));
        return ids;
    }
}
