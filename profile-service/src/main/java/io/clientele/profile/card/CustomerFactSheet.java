package io.clientele.profile.card;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import io.clientele.profile.facts.CustomerFacts;

/** What a customer's events add up to. */
@Type("CustomerFacts")
@Description("What a customer's events add up to.")
public record CustomerFactSheet(
        @NonNull @Description("The instant that days and ages are counted to.")
        Instant asOf,

        @NonNull CustomerVisits visits,
        @NonNull CustomerCart cart,
        @NonNull CustomerOrders orders,
        @NonNull CustomerPreferences preferences) {

    static CustomerFactSheet of(CustomerFacts facts, String currency) {
        return new CustomerFactSheet(
                facts.asOf(),
                CustomerVisits.of(facts.visits()),
                CustomerCart.of(facts.cart(), currency),
                CustomerOrders.of(facts.orders(), currency),
                CustomerPreferences.of(facts.preferences()));
    }
}
