package io.clientele.profile.segment;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.profile.card.Customer;

/** Who would be a member. */
@Description("Who would be a member of a segment with a condition.")
public record SegmentPreview(
        @Description("How many customers; exact, of the index as it is.")
        long size,

        @Description("Customers in all.") long customers,

        @NonNull @Description("Some of those who would be members.")
        List<@NonNull Customer> sample) {}
