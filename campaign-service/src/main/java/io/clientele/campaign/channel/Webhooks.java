package io.clientele.campaign.channel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.database.Database;
import io.clientele.database.Mutations;
import io.clientele.edge.text.Texts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Defines webhooks and finds them. */
@ApplicationScoped
class Webhooks {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final Mutations mutations;
    private final WebhookConfig config;

    Webhooks(Database database, Mutations mutations, WebhookConfig config) {
        this.database = database;
        this.mutations = mutations;
        this.config = config;
    }

    /** The ids of those that messages can be sent to. */
    Uni<Set<String>> takingMessages() {
        return database.onConnection(WebhookStore::all)
                .map(all -> all.stream()
                        .filter(webhook -> webhook.purpose() != WebhookPurpose.EMAIL_RECEIPTS)
                        .map(StoredWebhook::id)
                        .collect(Collectors.toSet()));
    }

    Uni<List<Webhook>> all() {
        return database.onConnection(WebhookStore::all)
                .map(all ->
                        all.stream().map(webhook -> Webhook.of(webhook, null)).toList());
    }

    Uni<Optional<StoredWebhook>> find(String id) {
        return database.onConnection(connection -> WebhookStore.find(connection, id));
    }

    /** Defines a webhook; answers it with its secret if that was made now, and by this very call. */
    Uni<Webhook> define(DefineWebhookInput input, String who) {
        Texts.id("input.id", input.id());
        Texts.check("input.name", input.name(), LONGEST_NAME);
        WebhookUrl.of("input.url", input.url(), config);
        List<String> arguments = List.of(
                input.id(),
                input.name(),
                input.url(),
                input.purpose().name(),
                input.newSecret().toString());
        AtomicReference<@Nullable SigningSecret> made = new AtomicReference<>();
        return mutations
                .once(
                        input.key(),
                        "defineWebhook",
                        arguments,
                        transaction -> put(transaction, input, who, made).replaceWith(input.id()))
                .flatMap(this::find)
                .map(stored -> Webhook.of(stored.orElseThrow(), made.get()));
    }

    private Uni<Void> put(
            SqlConnection transaction,
            DefineWebhookInput input,
            String who,
            AtomicReference<@Nullable SigningSecret> made) {
        return WebhookStore.all(transaction).flatMap(all -> {
            boolean known = all.stream().anyMatch(webhook -> webhook.id().equals(input.id()));
            if (!known && all.size() >= MOST) {
                throw new ChannelFailure.TooManyWebhooks("input.id", MOST).exception();
            }
            SigningSecret secret = SigningSecret.fresh();
            if (!known || input.newSecret()) {
                made.set(secret);
            }
            Uni<Void> put = WebhookStore.put(transaction, input, secret, who);
            return known && input.newSecret()
                    ? put.chain(() -> WebhookStore.rotate(transaction, input.id(), secret, config.secretOverlap()))
                    : put;
        });
    }
}
