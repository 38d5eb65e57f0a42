package io.clientele.profile.card;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import io.clientele.profile.value.Evidence;

/** A number that an answer rests on. */
@Type("Evidence")
@Description("A number that an answer rests on.")
public record CustomerEvidence(
        @NonNull @Description("Its name, such as recency_days.")
        String fact,

        @NonNull @Description("In the fact's unit; money in units of the main currency.")
        BigDecimal value) {

    static List<CustomerEvidence> of(List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> new CustomerEvidence(each.fact(), each.value()))
                .toList();
    }
}
