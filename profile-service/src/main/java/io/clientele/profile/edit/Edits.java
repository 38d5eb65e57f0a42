package io.clientele.profile.edit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.database.Mutations;
import io.clientele.edge.text.TextRefusal;
import io.clientele.profile.card.Customer;
import io.clientele.profile.card.CustomerReading;
import io.clientele.profile.definition.DefinitionFailure;
import io.clientele.profile.trait.Traits;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Makes changes of customers: checks, sends the event, waits for the fold. */
@ApplicationScoped
class Edits {

    private final CustomerReading reading;
    private final Merges merges;
    private final EventSender events;
    private final EditConfig config;
    private final Mutations mutations;
    private final Clock clock;

    Edits(
            CustomerReading reading,
            Merges merges,
            EventSender events,
            EditConfig config,
            Mutations mutations,
            Clock clock) {
        this.mutations = mutations;
        this.reading = reading;
        this.merges = merges;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Sets traits of a customer.
     *
     * @return fails with {@code INVALID_VALUE}, {@code UNKNOWN_CUSTOMER}, {@code KEY_REUSED}, {@code EVENTS_UNAVAILABLE}, a
     *     {@link io.clientele.database.DatabaseFailure}, or the code of why the traits are none
     */
    Uni<CustomerEdit> setTraits(SetTraitsInput input) {
        String id = EditMessage.id("setTraits", input.key());
        ObjectNode traits = TraitsText.read(input.traits());
        return known(input.customer(), "input.customer")
                .chain(customer -> first(input.key(), "setTraits", input.customer(), traits.toString())
                        .call(at -> send(EditMessage.identify(id, customer, traits, at)))
                        .chain(at -> Patience.until(config.patience(), () -> shows(customer, traits, id, at)))
                        .chain(applied -> answer(customer, applied, id)));
    }

    /**
     * Merges a customer into another.
     *
     * @return fails with {@code INVALID_VALUE}, {@code UNKNOWN_CUSTOMER}, {@code MERGE_INTO_ITSELF}, {@code MERGE_RING},
     *     {@code MERGE_INTO_VISITOR}, {@code KEY_REUSED}, {@code EVENTS_UNAVAILABLE} or a {@link io.clientele.database.DatabaseFailure}
     */
    Uni<CustomerEdit> merge(MergeCustomersInput input) {
        String id = EditMessage.id("mergeCustomers", input.key());
        if (input.from().equals(input.into())) {
            throw new EditFailure.IntoItself("input.into").exception();
        }
        return known(input.from(), "input.from")
                .chain(from -> known(input.into(), "input.into")
                        .chain(into ->
                                from.equals(into) ? mergedBefore(input, into, id) : merge(input, from, into, id)));
    }

    private Uni<CustomerEdit> merge(MergeCustomersInput input, Customer from, Customer into, String id) {
        if (into.id().startsWith(CustomerId.ANONYMOUS)) {
            throw new EditFailure.IntoVisitor("input.into").exception();
        }
        return first(input.key(), "mergeCustomers", input.from(), input.into())
                .chain(at -> send(EditMessage.alias(id, from, into, at)))
                .chain(() -> Patience.until(config.patience(), () -> one(from, into)))
                .chain(applied -> answer(into, applied, id));
    }

    /** By this very change, or else there is nothing to merge. */
    private Uni<CustomerEdit> mergedBefore(MergeCustomersInput input, Customer both, String id) {
        return merges.made(id, both.id())
                .chain(made -> made
                        ? Uni.createFrom().item(new CustomerEdit(both, true, id))
                        : merges.leads(input.into(), input.from())
                                .chain(ring -> Uni.createFrom()
                                        .failure((ring
                                                        ? new EditFailure.Ring("input.into")
                                                        : new EditFailure.IntoItself("input.into"))
                                                .exception())));
    }

    private Uni<Boolean> shows(Customer customer, ObjectNode traits, String id, Instant at) {
        return reading.load(customer).map(loaded -> {
            boolean all = true;
            for (var said : traits.properties()) {
                Traits.Standing standing =
                        loaded.traits().standing(said.getKey(), said.getValue(), id, at.toEpochMilli());
                if (standing == Traits.Standing.ANOTHER_VALUE) {
                    throw new TextRefusal.KeyReused("input.key").exception();
                }
                all &= standing != Traits.Standing.UNKNOWN;
            }
            return all;
        });
    }

    private Uni<Boolean> one(Customer from, Customer into) {
        return reading.find(from.id())
                .chain(first -> reading.find(into.id()).map(second -> first.isPresent() && first.equals(second)));
    }

    /** With where the customer is found by now. */
    private Uni<CustomerEdit> answer(Customer customer, boolean applied, String id) {
        return reading.find(customer.id()).map(found -> new CustomerEdit(found.orElse(customer), applied, id));
    }

    private Uni<Customer> known(String anyId, String field) {
        return reading.find(anyId)
                .map(found -> found.orElseThrow(() -> new DefinitionFailure.UnknownCustomer(field).exception()));
    }

    private Uni<Void> send(EditMessage message) {
        @Nullable Context context = Vertx.currentContext();
        // From the client's thread back to where the request is answered.
        return events.send(message).emitOn(command -> Patience.run(context, command));
    }

    /** When this change was asked for first: the same again is the same event. */
    private Uni<Instant> first(String key, String operation, String... arguments) {
        String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        return mutations
                .once(
                        key,
                        operation,
                        List.of(arguments),
                        transaction -> Uni.createFrom().item(now))
                .map(Instant::parse);
    }
}
