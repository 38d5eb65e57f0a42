package io.clientele.profile.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.customer.CustomerRows.Stored;
import io.clientele.profile.customer.CustomerRows.Written;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.facts.LedgerOrder;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.part.Part;
import io.clientele.profile.part.PartOrders;
import io.clientele.profile.part.Parts;
import io.clientele.profile.portrait.Portrait;
import io.clientele.profile.portrait.PortraitRules;
import io.clientele.profile.trait.Traits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Computes customers from their parts, and reads them. */
@ApplicationScoped
public class Customers {

    private final PortraitRules rules;
    private final Scales scales;
    private final Clock clock;
    private final Instance<CustomerChanges> changes;

    Customers(PortraitRules rules, Scales scales, Clock clock, Instance<CustomerChanges> changes) {
        this.rules = rules;
        this.scales = scales;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * Computes customers anew within a transaction that has written their parts and orders already: locks their rows in
     * the order of their ids, raises their versions, has their tags and segments evaluated and writes the rows.
     *
     * @param ids the customers; those without any part are passed over
     * @param atHand parts that the transaction has written, which are not read again
     * @param gone customers that are no more, each with the one it is part of now, or null if it is erased; their rows
     *     are deleted
     */
    public Uni<Void> recompute(
            SqlConnection transaction,
            Collection<String> ids,
            Map<PartKey, Part> atHand,
            Map<String, ? extends @Nullable String> gone) {
        Set<String> locked = new TreeSet<>(ids);
        locked.addAll(gone.keySet());
        if (locked.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return CustomerRows.lock(transaction, locked)
                .chain(stored -> derive(transaction, new TreeSet<>(ids), atHand)
                        .chain(derived -> store(transaction, derived, stored))
                        .chain(() -> remove(transaction, gone, stored)));
    }

    /** Customers as they stand, in the order of their ids; what is no customer is passed over. */
    public Uni<List<LoadedCustomer>> load(SqlClient client, Collection<String> ids) {
        // The row first: what is derived after it can only be newer, and then comes again with a version of its own.
        return CustomerRows.load(client, ids)
                .chain(stored -> derive(client, new TreeSet<>(stored.keySet()), Map.of())
                        .map(derived -> derived.customers().stream()
                                .map(customer -> loaded(customer, stored.get(customer.id())))
                                .toList()));
    }

    /** The customers that any ids lead to, by those ids that lead to one: user ids, or {@code anon:} ids of devices. */
    public Uni<Map<String, String>> find(SqlClient client, Collection<String> anyIds) {
        return Parts.customersOfHomes(client, anyIds);
    }

    /**
     * Computes those customers anew whose answers could have changed since they were computed last, the most overdue
     * first.
     *
     * @param limit the most customers
     * @return how many were
     */
    public Uni<Integer> review(SqlConnection transaction, int limit) {
        return scales.current(transaction)
                .chain(scale -> CustomerRows.due(transaction, clock.instant(), scale.number(), limit))
                .chain(due -> recompute(transaction, due, Map.of(), Map.of()).replaceWith(due.size()));
    }

    /** Measures all customers anew; those measured by another scale are reviewed by and by. */
    public Uni<Void> measure(SqlConnection transaction) {
        return scales.measure(transaction, clock.instant()).replaceWithVoid();
    }

    private record Sum(String id, Set<String> ids, Ledger ledger, Traits traits, Portrait portrait) {}

    private record Derived(Instant at, long scale, List<Sum> customers) {}

    private Uni<Derived> derive(SqlClient client, Set<String> ids, Map<PartKey, Part> atHand) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new Derived(clock.instant(), 0, List.of()));
        }
        return scales.current(client)
                .chain(scale -> Parts.ofCustomers(client, ids, atHand.keySet()).chain(others -> {
                    Map<PartKey, Part> parts = new HashMap<>(atHand);
                    others.forEach(part -> parts.put(part.key(), part));
                    parts.values().removeIf(part -> !ids.contains(part.customer()));
                    return PartOrders.load(client, parts.keySet())
                            .emitOn(Infrastructure.getDefaultWorkerPool())
                            .map(orders -> sum(parts, orders, scale));
                }));
    }

    private Derived sum(Map<PartKey, Part> parts, Map<PartKey, Map<String, LedgerOrder>> orders, Scale scale) {
        Map<String, List<Part>> byCustomer = new TreeMap<>();
        parts.forEach((key, part) -> byCustomer
                .computeIfAbsent(part.customer(), _ -> new ArrayList<>())
                .add(part.with(orders.getOrDefault(key, Map.of()))));
        Instant now = clock.instant();
        List<Sum> sums = new ArrayList<>(byCustomer.size());
        byCustomer.forEach((id, ofCustomer) -> sums.add(sum(id, ofCustomer, scale, now)));
        return new Derived(now, scale.number(), sums);
    }

    private Sum sum(String id, List<Part> parts, Scale scale, Instant now) {
        Ledger ledger = parts.getFirst().ledger();
        Traits traits = parts.getFirst().traits();
        Set<String> ids = new LinkedHashSet<>();
        for (Part part : parts) {
            if (part.key().since() == 0) {
                ids.add(part.key().home());
            }
        }
        for (Part part : parts.subList(1, parts.size())) {
            ledger = ledger.plus(part.ledger());
            traits = traits.plus(part.traits());
        }
        return new Sum(id, ids, ledger, traits, Portrait.of(ledger, traits, scale.value(), now, rules));
    }

    private Uni<Void> store(SqlConnection transaction, Derived derived, Map<String, Stored> stored) {
        return CustomerRows.versions(transaction, derived.customers().size()).chain(versions -> {
            List<RecomputedCustomer> customers = new ArrayList<>(versions.size());
            for (int i = 0; i < versions.size(); i++) {
                Sum sum = derived.customers().get(i);
                customers.add(new RecomputedCustomer(
                        sum.id(),
                        versions.get(i),
                        derived.at(),
                        sum.ids(),
                        sum.ledger(),
                        sum.traits(),
                        sum.portrait(),
                        before(stored.get(sum.id()))));
            }
            return evaluate(transaction, customers)
                    .chain(evaluations -> write(transaction, customers, evaluations, derived.scale()));
        });
    }

    private Uni<Void> write(
            SqlConnection transaction, List<RecomputedCustomer> customers, List<Evaluation> evaluations, long scale) {
        List<Written> rows = new ArrayList<>(customers.size());
        for (int i = 0; i < customers.size(); i++) {
            rows.add(new Written(
                    customers.get(i), evaluations.get(i), scale, rules.facts().zone()));
        }
        return CustomerRows.write(transaction, rows);
    }

    private Uni<List<Evaluation>> evaluate(SqlConnection transaction, List<RecomputedCustomer> customers) {
        return changes.isUnsatisfied() || customers.isEmpty()
                ? Uni.createFrom()
                        .item(customers.stream().map(RecomputedCustomer::before).toList())
                : changes.get().recomputed(transaction, customers);
    }

    private Uni<Void> remove(
            SqlConnection transaction, Map<String, ? extends @Nullable String> gone, Map<String, Stored> stored) {
        List<Stored> removed = new TreeSet<>(gone.keySet())
                .stream().filter(stored::containsKey).map(stored::get).toList();
        if (removed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return CustomerRows.versions(transaction, removed.size())
                .chain(versions -> {
                    List<GoneCustomer> customers = new ArrayList<>(versions.size());
                    for (int i = 0; i < versions.size(); i++) {
                        Stored row = removed.get(i);
                        customers.add(
                                new GoneCustomer(row.id(), versions.get(i), gone.get(row.id()), row.evaluation()));
                    }
                    return changes.isUnsatisfied()
                            ? Uni.createFrom().voidItem()
                            : changes.get().gone(transaction, customers);
                })
                .chain(() -> CustomerRows.delete(transaction, gone.keySet()));
    }

    private static Evaluation before(@Nullable Stored stored) {
        return stored == null ? Evaluation.NONE : stored.evaluation();
    }

    private static LoadedCustomer loaded(Sum sum, @Nullable Stored stored) {
        if (stored == null) {
            throw new IllegalStateException("a customer without a row was derived");
        }
        return new LoadedCustomer(
                sum.id(),
                stored.version(),
                stored.recomputedAt(),
                sum.ids(),
                sum.ledger(),
                sum.traits(),
                sum.portrait(),
                stored.evaluation(),
                stored.nextReviewAt());
    }
}
