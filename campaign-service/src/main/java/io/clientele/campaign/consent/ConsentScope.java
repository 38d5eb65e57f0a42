package io.clientele.campaign.consent;

import org.eclipse.microprofile.graphql.Description;

import io.clientele.campaign.definition.Channel;

/** What a consent is about. */
@Description("What a consent is about.")
public enum ConsentScope {
    @Description("All personalised marketing. Messages about an order or the account go on.")
    ALL,
    INBOX,
    POPUP,
    EMAIL,
    WEBHOOK;

    /** That of one channel. */
    public static ConsentScope of(Channel channel) {
        return switch (channel) {
            case INBOX -> INBOX;
            case POPUP -> POPUP;
            case EMAIL -> EMAIL;
            case WEBHOOK -> WEBHOOK;
        };
    }

    /** The trait that says the same where nothing is stored. */
    String trait() {
        return switch (this) {
            case ALL -> "consent_marketing";
            case INBOX -> "consent_inbox";
            case POPUP -> "consent_popup";
            case EMAIL -> "consent_email";
            case WEBHOOK -> "consent_webhook";
        };
    }
}
