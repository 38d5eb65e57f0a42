package io.clientele.campaign.rehearsal;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.campaign.contact.Contact;
import io.clientele.edge.Role;
import io.smallrye.mutiny.Uni;

/** The GraphQL of messages that are sent to try them out. */
@GraphQLApi
@RolesAllowed({Role.MARKETER, Role.ADMIN})
public class TestSendApi {

    private final TestSending tests;

    TestSendApi(TestSending tests) {
        this.tests = tests;
    }

    @Mutation
    @NonNull
    @Description(
            "Sends one customer a campaign's message now, whatever the campaign would decide, with a sample in place of a coupon and an event. It is marked as a test and counts nowhere; consent, addresses that are not written to and the switch that stops everything are respected.")
    public Uni<Contact> sendTest(@NonNull TestSendInput input) {
        return Uni.createFrom().deferred(() -> tests.send(input));
    }
}
