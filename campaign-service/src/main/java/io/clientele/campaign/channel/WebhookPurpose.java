package io.clientele.campaign.channel;

import org.eclipse.microprofile.graphql.Description;

/** What stands behind a webhook. */
@Description("What stands behind a webhook.")
public enum WebhookPurpose {
    SMS,
    PUSH,
    @Description("WeChat's communities for customers.")
    WECOM,
    @Description("Messages of a mini-program.")
    MINI_PROGRAM,
    @Description("Tells what became of e-mails, by receipts; takes no messages.")
    EMAIL_RECEIPTS,
    OTHER
}
