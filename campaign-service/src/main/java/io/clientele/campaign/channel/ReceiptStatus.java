package io.clientele.campaign.channel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a receiver tells of a message. */
enum ReceiptStatus {
    DELIVERED,
    BOUNCED,
    OPENED,
    CLICKED,
    COMPLAINED,
    UNSUBSCRIBED;

    static Optional<ReceiptStatus> of(String text) {
        return Stream.of(values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    /** What the contact has got to by it: who complains or unsubscribes has opened the message. */
    String contactStatus() {
        return switch (this) {
            case DELIVERED, BOUNCED, OPENED, CLICKED -> name();
            case COMPLAINED, UNSUBSCRIBED -> OPENED.name();
        };
    }
}
