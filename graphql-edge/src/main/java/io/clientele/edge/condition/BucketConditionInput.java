package io.clientele.edge.condition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A random part of all customers, as a client writes it. */
@Input("BucketConditionInput")
@Description("A random part of all customers: of 10,000 equal parts those from (inclusive) to (exclusive).")
public record BucketConditionInput(
        @NonNull @Description("Another salt gives other, independent parts.")
        String salt,

        @Description("0 to 9999.") int from,
        @Description("Above from, at most 10000.") int to) {}
