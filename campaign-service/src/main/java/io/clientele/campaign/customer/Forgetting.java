package io.clientele.campaign.customer;

import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Removes what is kept of customers who were erased. Each feature that keeps something of customers has one. */
public interface Forgetting {

    /**
     * Forgets customers; nothing happens for those who are not known.
     *
     * @param hashes the SHA-256 of their ids in UTF-8, in hexadecimal digits
     */
    Uni<Void> forget(SqlConnection transaction, List<String> hashes);
}
