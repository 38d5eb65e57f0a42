package io.clientele.profile.erasure;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** An erasure, and the proof of it: it names nobody. */
@Type("Erasure")
@Description("The erasure of a customer, and the proof of it. Ids are told as SHA-256 alone, in hexadecimal digits.")
public record Erasure(
        @NonNull @Id String id,

        @NonNull @Description("SHA-256 of the id that was asked for.")
        String customerHash,

        @NonNull ErasureState state,
        @NonNull Instant requestedAt,

        @NonNull @Description("Who asked for it.") String requestedBy,

        @Nullable
        @Description("Events received up to then are erased; later ones make a new customer. Null before it began.")
        Instant erasedUntil,

        @Nullable Instant finishedAt,

        @Nullable @Description("What is in the way.") String obstacle,

        @NonNull @Description("SHA-256 of every user id and anon: id that was the customer's.")
        List<@NonNull String> idHashes,

        @Description("Ids among them that sent events again since, and are new customers.")
        int returned,

        @NonNull List<@NonNull ErasureCount> counts) {}
