package io.clientele.campaign.channel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.rest.JsonBody;

/** What a webhook is told of a contact: docs/channels.md describes it. A function of the contact alone. */
final class WebhookBody {

    private WebhookBody() {}

    static byte[] of(Message message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "contact.message").put("timestamp", message.decidedAt().toString());
        ObjectNode data = body.putObject("data");
        data.put("contact", message.contactId()).put("customer", message.customerId());
        data.putObject("campaign").put("id", message.campaignId()).put("name", message.campaignName());
        data.put("variant", message.variant());
        data.putObject("message")
                .put("subject", message.subject())
                .put("body", message.body())
                .put("link", message.link());
        coupon(data, message.couponCode(), message.couponExpiresAt());
        data.put("transactional", message.transactional()).put("test", message.test());
        return JsonBody.bytes(body);
    }

    private static void coupon(ObjectNode data, @Nullable String code, @Nullable Instant expiresAt) {
        if (code == null) {
            data.putNull("coupon");
        } else {
            data.putObject("coupon")
                    .put("code", code)
                    .put("expiresAt", expiresAt == null ? null : expiresAt.toString());
        }
    }
}
