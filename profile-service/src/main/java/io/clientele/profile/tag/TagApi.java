package io.clientele.profile.tag;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.Role;
import io.clientele.profile.counter.Counting;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The GraphQL of tags. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class TagApi {

    private final TagService service;
    private final SecurityIdentity caller;

    TagApi(TagService service, SecurityIdentity caller) {
        this.service = service;
        this.caller = caller;
    }

    @Query
    @NonNull
    @Description("Every tag that is defined, by id.")
    public Uni<@NonNull List<@NonNull Tag>> tags() {
        return service.all().map(all -> all.stream().map(Tag::of).toList());
    }

    @Query
    @Description("A tag; null if none has this id.")
    public Uni<@Nullable Tag> tag(@NonNull @Id String id) {
        return service.find(id).map(found -> found.map(Tag::of).orElse(null));
    }

    @Description("How far the counting has got that a rule waits for; null once it decides who has the tag.")
    public Uni<List<@Nullable Counting>> counting(@Source List<Tag> tags) {
        return service.counting(tags.stream().map(Tag::id).toList());
    }

    @Query
    @NonNull
    @Description("Manual tags that were added to a customer and removed, the newest first; the last 1000.")
    public Uni<@NonNull List<@NonNull CustomerTagChange>> tagChanges(
            @NonNull @Id @Description("Any id of the customer.") String customer) {
        return service.history(customer);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Defines a tag, or defines it anew.")
    public Uni<Tag> defineTag(@NonNull DefineTagInput input) {
        return Uni.createFrom().deferred(() -> service.define(input, who())).map(Tag::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Gives a customer a manual tag; no effect if it has it.")
    public Uni<Tag> addTag(@NonNull ChangeTagInput input) {
        return Uni.createFrom()
                .deferred(() -> service.change(input, true, who()))
                .map(Tag::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Takes a manual tag from a customer; no effect if it has it not.")
    public Uni<Tag> removeTag(@NonNull ChangeTagInput input) {
        return Uni.createFrom()
                .deferred(() -> service.change(input, false, who()))
                .map(Tag::of);
    }

    private String who() {
        return caller.getPrincipal().getName();
    }
}
