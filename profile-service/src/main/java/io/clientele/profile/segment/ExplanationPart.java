package io.clientele.profile.segment;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One condition of an explanation. */
@Description("One condition of an explanation.")
public record ExplanationPart(
        @Description("How deep it is nested; 0 for the whole.")
        int depth,

        @NonNull @Description("What is asked, as JSON.") String condition,

        @NonNull @Description("What is asked, in words.") String statement,

        @NonNull @Description("What the customer has: its values, its count, or nothing.")
        List<@NonNull String> actual,

        boolean holds) {}
