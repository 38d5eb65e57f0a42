package io.clientele.campaign.channel;

import java.util.Optional;

import io.clientele.campaign.definition.Channel;

/** Where messages go that are slow, or fail, together. */
sealed interface Destination {

    /** The SMTP server. */
    record Email() implements Destination {
        @Override
        public String text() {
            return "email";
        }
    }

    /** One webhook. */
    record Webhook(String id) implements Destination {
        @Override
        public String text() {
            return PREFIX + id;
        }
    }

    String PREFIX = "webhook:";

    /** As it is stored. */
    String text();

    static Destination of(String text) {
        return text.startsWith(PREFIX) ? new Webhook(text.substring(PREFIX.length())) : new Email();
    }

    /** That of a contact; empty if its channel needs no delivery. */
    static Optional<Destination> of(Queued queued) {
        return switch (queued.channel()) {
            case EMAIL -> Optional.of(new Email());
            case WEBHOOK -> Optional.of(new Webhook(String.valueOf(queued.webhookId())));
            case INBOX, POPUP -> Optional.empty();
        };
    }

    default Channel channel() {
        return switch (this) {
            case Email() -> Channel.EMAIL;
            case Webhook(String _) -> Channel.WEBHOOK;
        };
    }
}
