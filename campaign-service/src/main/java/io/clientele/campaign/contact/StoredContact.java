package io.clientele.campaign.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.decision.Decision;
import io.clientele.campaign.decision.Reason;
import io.clientele.campaign.definition.Channel;

/** A contact as it stands: the decision about one enrolment, and what became of the message. */
record StoredContact(
        String id,
        String campaignId,
        String customerId,
        Instant decidedAt,
        Decision decision,
        @Nullable Reason reason,
        @Nullable String variant,
        @Nullable Channel channel,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String link,
        @Nullable String couponId,
        @Nullable DeliveryStatus status,
        Instant statusAt,
        @Nullable Instant readAt,
        @Nullable Instant dismissedAt,
        boolean test) {}
