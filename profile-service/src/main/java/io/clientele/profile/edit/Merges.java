package io.clientele.profile.edit;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/** Finds out what the identity tables know of a merge. */
@ApplicationScoped
class Merges {

    private final Database database;

    Merges(Database database) {
        this.database = database;
    }

    /** Whether an alias of this message id is part of what a customer is. */
    Uni<Boolean> made(String messageId, String customer) {
        return ask("""
                SELECT EXISTS (
                    SELECT FROM device_claim
                    WHERE message_id = $1 AND user_id IN (SELECT node FROM part WHERE customer_id = $2))""", messageId, customer);
    }

    /** Whether a user id was given up for another, perhaps by way of others. */
    Uni<Boolean> leads(String givenUp, String kept) {
        return ask("""
                WITH RECURSIVE onward (id) AS (
                    SELECT user_id FROM identity_alias WHERE previous_id = $1
                    UNION
                    SELECT alias.user_id FROM identity_alias AS alias JOIN onward ON alias.previous_id = onward.id)
                SELECT EXISTS (SELECT FROM onward WHERE id = $2)""", givenUp, kept);
    }

    private Uni<Boolean> ask(String question, String first, String second) {
        return database.onConnection(connection -> connection
                .preparedQuery(question)
                .execute(Tuple.of(first, second))
                .map(rows -> rows.iterator().next().getBoolean(0)));
    }
}
