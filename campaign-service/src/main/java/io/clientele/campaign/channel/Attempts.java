package io.clientele.campaign.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.clientele.campaign.consent.BlockReason;
import io.clientele.campaign.consent.Consents;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** One attempt to deliver a message, and what is kept of it. */
@ApplicationScoped
class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(2);

    private final Database database;
    private final Consents consents;
    private final Senders senders;
    private final Duration timeout;
    private final Duration lease;
    private final Retries retries;

    Attempts(Database database, Consents consents, Senders senders, DeliveryConfig config) {
        this.database = database;
        this.consents = consents;
        this.senders = senders;
        this.timeout = config.timeout();
        this.lease = config.lease();
        this.retries = new Retries(config.attempts(), config.firstPause(), config.longestPause());
    }

    /**
     * Tries to deliver a claimed message and keeps what came of it. If that cannot be kept, the message is claimed again when
     * its lease ends, and sent again under its key; if it cannot be told whether the recipient withdrew, it is not sent before
     * that can be.
     */
    Uni<Void> make(Message message) {
        return stopped(message)
                .flatMap(stopped -> stopped ? Uni.createFrom().item(new Outcome.Withdrawn()) : send(message))
                .flatMap(outcome -> database.inTransaction(transaction -> keep(transaction, message, outcome))
                        .onFailure()
                        .retry()
                        .withBackOff(FIRST_RETRY, LAST_RETRY)
                        .expireIn(lease.toMillis()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "What came of contact %s is not kept, it is tried again: %s",
                        message.contactId(), failure.getMessage()));
    }

    private Uni<Boolean> stopped(Message message) {
        return consents.standsInTheWay(message.recipient(), message.transactional());
    }

    private Uni<Outcome> send(Message message) {
        return Uni.createFrom()
                .deferred(() -> senders.of(message.destination()).send(message))
                .ifNoItem()
                .after(timeout.plus(timeout))
                .fail()
                .onFailure()
                .recoverWithItem(Attempts::notNow);
    }

    private static Outcome notNow(Throwable failure) {
        if (!(failure instanceof TimeoutException)) {
            LOG.warn("A message could not be sent, and is tried again", failure);
        }
        return new Outcome.NotNow(
                failure instanceof TimeoutException ? "no answer in time" : "not sent by a fault of ours");
    }

    private Uni<Void> keep(SqlConnection transaction, Message message, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken() -> DeliveryStore.taken(transaction, message);
            case Outcome.NotNow(String problem, Optional<Duration> asked) ->
                again(transaction, message, problem, asked);
            case Outcome.Refused(String problem) -> dead(transaction, message, problem);
            case Outcome.Bounced(String problem) ->
                DeliveryStore.failed(transaction, message, "BOUNCED", problem)
                        .chain(() -> consents.block(transaction, message.recipient(), BlockReason.HARD_BOUNCE));
            case Outcome.Withdrawn() -> DeliveryStore.failed(transaction, message, "FAILED", "the recipient withdrew");
        };
    }

    private Uni<Void> again(SqlConnection transaction, Message message, String problem, Optional<Duration> asked) {
        return retries.after(
                        message.attempt(), asked, ThreadLocalRandom.current().nextDouble())
                .map(pause -> DeliveryStore.again(transaction, message, problem, pause))
                .orElseGet(() -> dead(transaction, message, problem));
    }

    private static Uni<Void> dead(SqlConnection transaction, Message message, String problem) {
        LOG.warnf("Contact %s is set aside as a dead letter: %s", message.contactId(), problem);
        return DeliveryStore.dead(transaction, message, problem);
    }
}
