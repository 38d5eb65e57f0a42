package io.clientele.campaign.channel;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.edge.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The GraphQL of webhooks. */
@GraphQLApi
@RolesAllowed({Role.MARKETER, Role.ADMIN})
public class WebhookApi {

    private final Webhooks webhooks;
    private final SecurityIdentity caller;

    WebhookApi(Webhooks webhooks, SecurityIdentity caller) {
        this.webhooks = webhooks;
        this.caller = caller;
    }

    @Query
    @NonNull
    @Description("Every webhook that is defined, by id.")
    public Uni<@NonNull List<@NonNull Webhook>> webhooks() {
        return webhooks.all();
    }

    @Mutation
    @NonNull
    @Description("Defines a webhook, or defines it anew. The answer that makes a secret is the only one that shows it.")
    public Uni<Webhook> defineWebhook(@NonNull DefineWebhookInput input) {
        return Uni.createFrom()
                .deferred(() -> webhooks.define(input, caller.getPrincipal().getName()));
    }
}
