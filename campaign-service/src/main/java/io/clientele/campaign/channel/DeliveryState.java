package io.clientele.campaign.channel;

import org.eclipse.microprofile.graphql.Description;

/** How far a message is on its way to its receiver. */
@Description("How far a message is on its way to its receiver.")
public enum DeliveryState {
    @Description("It is, or will be, tried.")
    QUEUED,
    @Description("The receiver has it.")
    SENT,
    @Description("It was ended for good: the address does not exist, or the recipient withdrew.")
    FAILED,
    @Description("It was given up; retryDeadLetter takes it up again.")
    DEAD
}
