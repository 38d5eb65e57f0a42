package io.clientele.funnel.funnel;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Searches;
import io.clientele.funnel.funnel.FoundCustomers.Found;
import io.smallrye.mutiny.Uni;

/**
 * Lists the customers of funnels. The first page is searched for among all customers, which tells how many there are; a later
 * one among about as many as it has room for, so that reading a long list to its end costs little more than reading it once.
 */
@ApplicationScoped
class FunnelCustomers {

    private final Searches searches;

    FunnelCustomers(Searches searches) {
        this.searches = searches;
    }

    /** A page; fails with the codes of {@link Searches}. */
    Uni<CustomersPage> list(CustomersQuestion question) {
        CustomerPlace after = question.after();
        if (after == null) {
            return search(question, HashRange.ALL, question.size())
                    .map(found -> page(found.page(), found.total(), HashRange.ALL, found));
        }
        return after.hash() == Long.MAX_VALUE
                ? Uni.createFrom().item(new CustomersPage(List.of(), after.total(), null))
                : goOn(question, new ArrayList<>(), after.hash() + 1, after.total(), 1);
    }

    private Uni<CustomersPage> goOn(
            CustomersQuestion question, List<Found> before, long from, long total, long widening) {
        int room = question.size() - before.size();
        HashRange range = HashRange.holding(from, widening * room, total);
        return search(question, range, room).chain(found -> {
            List<Found> all = new ArrayList<>(before);
            all.addAll(found.page());
            return all.size() == question.size() || range.isLast()
                    ? Uni.createFrom().item(page(all, total, range, found))
                    // There are fewer than there were: soon the range is all that is left.
                    : goOn(question, all, range.to() + 1, total, 2 * widening);
        });
    }

    private static CustomersPage page(List<Found> all, long total, HashRange range, FoundCustomers last) {
        boolean whole = last.total() == last.page().size();
        @Nullable
        CustomerPlace searchedTo = whole && range.isLast()
                ? null
                : new CustomerPlace(whole ? range.to() : all.getLast().hash(), total);
        return new CustomersPage(all, total, searchedTo);
    }

    private Uni<FoundCustomers> search(CustomersQuestion question, HashRange range, int size) {
        return searches.search(EventsIndex.READ_ALIAS, FunnelSearch.body(question, range, size))
                .map(FunnelSearch::readCustomers);
    }
}
