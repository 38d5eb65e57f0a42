package io.clientele.campaign.consent;

import org.eclipse.microprofile.graphql.Description;

/** Where a consent, or its withdrawal, came in. */
@Description("Where a consent, or its withdrawal, came in.")
public enum ConsentSource {
    @Description("The customer said so in the shop.")
    SHOPPER,

    @Description("Somebody of the shop entered it.")
    STAFF,

    @Description("The link to unsubscribe in a message.")
    UNSUBSCRIBE_LINK,

    @Description("A receipt of the system that delivers the messages.")
    RECEIPT
}
