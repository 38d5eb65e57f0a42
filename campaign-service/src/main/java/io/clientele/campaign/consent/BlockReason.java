package io.clientele.campaign.consent;

/** Why an address is not written to again. */
public enum BlockReason {
    /** Mail for it is refused for good. Nothing at all is sent to it. */
    HARD_BOUNCE,
    /** Its owner called a message spam. Messages about an order or the account go on. */
    COMPLAINT,
    /** Its owner unsubscribed. Messages about an order or the account go on. */
    UNSUBSCRIBED
}
