package io.clientele.profile.segment;

import java.util.List;
import java.util.stream.Stream;

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
        List<@NonNull Customer> sample) {

    /** With more members, of whom as many are named as there is room for. */
    SegmentPreview with(List<String> more, int most) {
        List<Customer> named = Stream.concat(sample.stream(), more.stream().map(Customer::new))
                .limit(most)
                .toList();
        return new SegmentPreview(size + more.size(), customers, named);
    }
}
