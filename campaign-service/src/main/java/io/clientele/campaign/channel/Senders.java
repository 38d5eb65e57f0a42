package io.clientele.campaign.channel;

import jakarta.enterprise.context.ApplicationScoped;

/** The sender of each destination. */
@ApplicationScoped
class Senders {

    private final WebhookSender webhooks;
    private final EmailSender email;

    Senders(WebhookSender webhooks, EmailSender email) {
        this.webhooks = webhooks;
        this.email = email;
    }

    Sender of(Destination destination) {
        return switch (destination) {
            case Destination.Webhook(String _) -> webhooks;
            case Destination.Email() -> email;
        };
    }
}
