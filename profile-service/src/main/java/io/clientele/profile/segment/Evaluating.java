package io.clientele.profile.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.CustomerView;
import io.clientele.profile.customer.CustomerChanges;
import io.clientele.profile.customer.Evaluation;
import io.clientele.profile.customer.GoneCustomer;
import io.clientele.profile.customer.RecomputedCustomer;
import io.clientele.profile.definition.BusinessCalendar;
import io.clientele.profile.index.CustomerViews;
import io.clientele.profile.index.IndexOutbox;
import io.clientele.profile.tag.TagRules;
import io.clientele.profile.tag.TagStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Evaluates the tags and segments of changed customers, and tells the stream of memberships and the index of them. */
@ApplicationScoped
class Evaluating implements CustomerChanges {

    private final DefinitionsCache definitions;
    private final BusinessCalendar calendar;

    Evaluating(DefinitionsCache definitions, BusinessCalendar calendar) {
        this.definitions = definitions;
        this.calendar = calendar;
    }

    @Override
    public Uni<List<Evaluation>> recomputed(SqlConnection transaction, List<RecomputedCustomer> customers) {
        Set<String> anyIds = new TreeSet<>();
        customers.forEach(customer -> anyIds.addAll(customer.ids()));
        return definitions
                .current(transaction)
                .flatMap(current -> TagStore.manual(transaction, anyIds)
                        .flatMap(tags -> SegmentStore.listed(transaction, anyIds)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(listed -> customers.stream()
                                        .map(customer -> evaluate(current, customer, tags, listed))
                                        .toList()))
                        .call(evaluations -> Memberships.append(transaction, changes(customers, evaluations)))
                        .call(() -> IndexOutbox.changed(
                                transaction,
                                customers.stream().map(RecomputedCustomer::id).toList())));
    }

    @Override
    public Uni<Void> gone(SqlConnection transaction, List<GoneCustomer> customers) {
        List<Membership> exits = new ArrayList<>();
        Map<String, Long> versions = new TreeMap<>();
        for (GoneCustomer customer : customers) {
            exits.addAll(Membership.changes(customer.id(), customer.before().segments(), Set.of()));
            versions.put(customer.id(), customer.version());
        }
        return Memberships.append(transaction, exits).flatMap(appended -> IndexOutbox.removed(transaction, versions));
    }

    private Evaluation evaluate(
            Definitions current,
            RecomputedCustomer customer,
            Map<String, Set<String>> tags,
            Map<String, Set<String>> listed) {
        LocalDate today = calendar.day(customer.at());
        CustomerView evaluated = current.evaluate(
                CustomerViews.of(customer, current.counters().set()),
                any(customer, tags),
                any(customer, listed),
                customer.before(),
                today);
        @Nullable
        Instant next = current.nextChange(evaluated, today).map(calendar::start).orElse(null);
        return new Evaluation(TagRules.tags(evaluated), evaluated.segments(), current.version(), next);
    }

    /** What any of the customer's ids has. */
    private static Set<String> any(RecomputedCustomer customer, Map<String, Set<String>> byId) {
        Set<String> all = new TreeSet<>();
        customer.ids().forEach(id -> all.addAll(byId.getOrDefault(id, Set.of())));
        return all;
    }

    private static List<Membership> changes(List<RecomputedCustomer> customers, List<Evaluation> evaluations) {
        List<Membership> changes = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            RecomputedCustomer customer = customers.get(i);
            changes.addAll(Membership.changes(
                    customer.id(),
                    customer.before().segments(),
                    evaluations.get(i).segments()));
        }
        return changes;
    }
}
