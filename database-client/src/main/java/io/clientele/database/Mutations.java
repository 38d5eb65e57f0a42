package io.clientele.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.edge.text.TextRefusal;
import io.clientele.edge.text.Texts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Makes each change once: the key that the client gave, and what came of it, are kept in the change's transaction. */
@ApplicationScoped
public class Mutations {

    private static final int LONGEST_KEY = 128;

    private final Database database;

    Mutations(Database database) {
        this.database = database;
    }

    /**
     * Makes a change, or answers what came of it when it was made before.
     *
     * @param key the client's, 1 to 128 characters, named {@code input.key} in errors
     * @param operation the mutation's name
     * @param arguments what tells this change from another; the same key with others is refused
     * @param change answers a text, such as an id, that stands for what came of it
     * @throws io.clientele.edge.CodedException (through the {@code Uni}) {@code INVALID_VALUE}, {@code KEY_REUSED},
     *     a {@link DatabaseFailure}, or what the change itself fails with
     */
    public Uni<String> once(
            String key, String operation, List<String> arguments, Function<SqlConnection, Uni<String>> change) {
        Texts.check("input.key", key, LONGEST_KEY);
        String fingerprint = fingerprint(arguments);
        return database.inTransaction(transaction -> claim(transaction, key, operation, fingerprint)
                .flatMap(mine -> mine
                        ? change.apply(transaction).call(answer -> keep(transaction, key, answer))
                        : before(transaction, key, operation, fingerprint)));
    }

    /**
     * Whether a key was used: then {@link #once} makes no change. It spares the work that has to be done before a change.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_VALUE}
     */
    public Uni<Boolean> known(String key) {
        Texts.check("input.key", key, LONGEST_KEY);
        return database.onConnection(connection -> connection
                .preparedQuery("SELECT FROM mutation_key WHERE key = $1")
                .execute(Tuple.of(key))
                .map(rows -> rows.rowCount() == 1));
    }

    private static Uni<Boolean> claim(SqlConnection transaction, String key, String operation, String fingerprint) {
        return transaction
                .preparedQuery("""
                        INSERT INTO mutation_key (key, operation, fingerprint) VALUES ($1, $2, $3)
                        ON CONFLICT (key) DO NOTHING""")
                .execute(Tuple.of(key, operation, fingerprint))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Uni<Void> keep(SqlConnection transaction, String key, String answer) {
        return transaction
                .preparedQuery("UPDATE mutation_key SET answer = $2 WHERE key = $1")
                .execute(Tuple.of(key, answer))
                .replaceWithVoid();
    }

    private static Uni<String> before(SqlConnection transaction, String key, String operation, String fingerprint) {
        return transaction
                .preparedQuery("SELECT operation, fingerprint, answer FROM mutation_key WHERE key = $1")
                .execute(Tuple.of(key))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    if (!row.getString(0).equals(operation) || !row.getString(1).equals(fingerprint)) {
                        throw new TextRefusal.KeyReused("input.key").exception();
                    }
                    return row.getString(2);
                });
    }

    /** Lengths before texts, so that no two lists of arguments are the same text. */
    private static String fingerprint(List<String> arguments) {
        StringBuilder text = new StringBuilder();
        arguments.forEach(argument -> text.append(argument.length()).append(':').append(argument));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
