package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;

/** How a message reaches the customer. */
@Description("How a message reaches the customer.")
public enum Channel {
    @Description("The shop's own inbox, which front ends show.")
    INBOX,

    @Description("A message that front ends show over the page at the next visit.")
    POPUP,

    @Description("An e-mail by SMTP.")
    EMAIL,

    @Description("A signed call of a webhook, such as that of an SMS or push provider.")
    WEBHOOK
}
