package io.clientele.campaign.policy.setting;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.clientele.campaign.policy.rules.ContactPolicy;
import io.clientele.database.Database;
import io.clientele.database.Mutations;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Keeps the contact policy. */
@ApplicationScoped
public class ContactPolicies {

    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final Mutations mutations;
    private final ConfiguredPolicy configured;

    ContactPolicies(Database database, Mutations mutations, ConfiguredPolicy configured) {
        this.database = database;
        this.mutations = mutations;
        this.configured = configured;
    }

    /** The policy that holds. */
    public Uni<PolicyInForce> current() {
        return database.onConnection(this::current);
    }

    /** The policy that a transaction sees. */
    public Uni<PolicyInForce> current(SqlClient client) {
        return client.preparedQuery("SELECT version, policy, changed_at, changed_by FROM contact_policy")
                .execute()
                .map(rows -> rows.size() == 0
                        ? new PolicyInForce(configured.policy(), 0, Optional.empty())
                        : inForce(rows.iterator().next()));
    }

    /** Sets the policy; answers what then holds. */
    public Uni<PolicyInForce> set(String key, ContactPolicy policy, String who) {
        String json = PolicyJson.write(policy).toString();
        return mutations
                .once(
                        key,
                        "setContactPolicy",
                        List.of(json),
                        transaction -> put(transaction, json, who).replaceWith(""))
                .chain(() -> current());
    }

    private static Uni<Void> put(SqlConnection transaction, String json, String who) {
        return transaction.preparedQuery("""
                        INSERT INTO contact_policy (version, policy, changed_by) VALUES (1, $1::text::jsonb, $2)
                        ON CONFLICT (single) DO UPDATE SET version = contact_policy.version + 1, policy = excluded.policy,
                            changed_at = now(), changed_by = excluded.changed_by""").execute(Tuple.of(json, who)).replaceWithVoid();
    }

    private static PolicyInForce inForce(Row row) {
        try {
            return new PolicyInForce(
                    PolicyJson.read(JSON.readTree(row.getJsonObject(1).encode())),
                    row.getInteger(0),
                    Optional.of(
                            new PolicyInForce.Change(row.getOffsetDateTime(2).toInstant(), row.getString(3))));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored policy is no JSON", broken);
        }
    }
}
