package io.clientele.profile.card;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Who is behind a customer. */
@Description("Who is behind a customer.")
public record CustomerIdentity(
        @NonNull @Description("The user ids that became this customer, and anon: ids of devices that nobody claimed.")
        List<@NonNull String> nodes,

        @NonNull @Description("The devices, by anonymous id.")
        List<@NonNull CustomerDevice> devices,

        @NonNull @Description("Merges and splits, the latest first; at most 100 of each of the customer's ids.")
        List<@NonNull IdentityEntry> history) {

    static final CustomerIdentity NONE = new CustomerIdentity(List.of(), List.of(), List.of());

    public CustomerIdentity {
        nodes = List.copyOf(nodes);
        devices = List.copyOf(devices);
        history = List.copyOf(history);
    }
}
