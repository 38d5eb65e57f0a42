package io.clientele.campaign.policy;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.campaign.policy.setting.ContactPolicies;
import io.clientele.edge.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The GraphQL of the contact policy. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class ContactPolicyApi {

    private final ContactPolicies policies;
    private final SecurityIdentity caller;

    ContactPolicyApi(ContactPolicies policies, SecurityIdentity caller) {
        this.policies = policies;
        this.caller = caller;
    }

    @Query
    @NonNull
    @Description("How often and at which hours customers may be contacted, whatever the campaign.")
    public Uni<ContactRules> contactPolicy() {
        return policies.current().map(ContactRules::of);
    }

    @Mutation("setContactPolicy")
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Sets the contact policy; it holds for every contact that is decided from then on.")
    public Uni<ContactRules> setContactPolicy(@NonNull ContactPolicyInput input) {
        return Uni.createFrom()
                .deferred(() -> policies.set(
                        input.key(),
                        PolicyReading.read(input),
                        caller.getPrincipal().getName()))
                .map(ContactRules::of);
    }
}
