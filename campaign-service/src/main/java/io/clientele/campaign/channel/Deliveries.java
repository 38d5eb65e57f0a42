package io.clientele.campaign.channel;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.customer.Forgetting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes contacts that are to be delivered. */
@ApplicationScoped
public class Deliveries implements Forgetting {

    /**
     * Takes contacts in the transaction that decides about them; one that is there already stays as it is. Those of the inbox
     * and of pop-ups need no delivery and are passed over.
     */
    public Uni<Void> enqueue(SqlConnection transaction, List<Queued> contacts) {
        List<Queued> delivered = contacts.stream()
                .filter(queued -> Destination.of(queued).isPresent())
                .toList();
        return delivered.isEmpty() ? Uni.createFrom().voidItem() : DeliveryStore.enqueue(transaction, delivered);
    }

    /**
     * Forgets the addresses of customers, and stops what is still on its way to them.
     *
     * @param hashes the SHA-256 of their ids in UTF-8, in hexadecimal digits
     */
    @Override
    public Uni<Void> forget(SqlConnection transaction, List<String> hashes) {
        return DeliveryStore.forget(transaction, hashes);
    }
}
