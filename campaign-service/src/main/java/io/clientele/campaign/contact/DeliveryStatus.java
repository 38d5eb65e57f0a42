package io.clientele.campaign.contact;

import org.eclipse.microprofile.graphql.Description;

/** How far a message has got. */
@Description("How far a message has got.")
public enum DeliveryStatus {
    QUEUED,
    @Description("Handed over to whoever brings it.")
    SENT,
    DELIVERED,
    OPENED,
    CLICKED,
    @Description("The address does not take it.")
    BOUNCED,
    @Description("It failed, and is tried again.")
    FAILED,
    @Description("It failed for good.")
    DEAD
}
