package io.clientele.console.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Contacts of the made-up shop, with the coupons and messages that came of them. */
final class Contacts {

    private static final String DECIDED = "2026-11-21T13:30:00Z";

    private Contacts() {}

    /** Some decisions, or after a cursor the last one. */
    static Map<String, Object> page(@Nullable Object after) {
        List<Map<String, Object>> contacts = after == null
                ? List.of(
                        sent("customer-915", "USABLE"),
                        sent("customer-902", "REDEEMED"),
                        decided("customer-903", "SUPPRESSED", "UNTIL_MET"),
                        decided("customer-904", "CONTROL", null))
                : List.of(decided("customer-920", "SUPPRESSED", "CAPPED"));
        Map<String, Object> page = new LinkedHashMap<>(UsualAnswers.connection(contacts));
        page.put("pageInfo", UsualAnswers.page(after == null));
        return page;
    }

    static Map<String, Object> none() {
        return UsualAnswers.connection(List.of());
    }

    static Map<String, Object> test() {
        Map<String, Object> contact = sent("customer-915", "USABLE");
        contact.put("test", true);
        contact.put("body", "Your cart is waiting. With 7KQ2-M9XD-4TPA it costs 30 less.");
        return contact;
    }

    private static Map<String, Object> sent(String customer, String couponState) {
        Map<String, Object> contact = decided(customer, "SENT", null);
        contact.put("variant", "offer");
        contact.put("channel", "INBOX");
        contact.put("subject", "30 off from 200");
        contact.put("status", "DELIVERED");
        contact.put("coupon", coupon(couponState));
        return contact;
    }

    private static Map<String, Object> decided(String customer, String decision, @Nullable String reason) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("id", "contact-" + customer);
        contact.put("campaign", Map.of("id", "won-back", "name", "Win heavy carters back"));
        contact.put("customer", Map.of("id", customer));
        contact.put("at", DECIDED);
        contact.put("decision", decision);
        contact.put("reason", reason);
        contact.put("test", false);
        return contact;
    }

    static Map<String, Object> coupon(String state) {
        return Map.of(
                "id",
                "coupon-1",
                "name",
                "30 off from 200",
                "code",
                "7KQ2-M9XD-4TPA",
                "state",
                state,
                "issuedAt",
                DECIDED,
                "expiresAt",
                "2026-11-28T13:30:00Z");
    }

    static Map<String, Object> message() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", "message-1");
        message.put("at", DECIDED);
        message.put("kind", "INBOX");
        message.put("subject", "30 off from 200");
        message.put("body", "Your cart is waiting. With 7KQ2-M9XD-4TPA it costs 30 less.");
        message.put("coupon", coupon("USABLE"));
        return message;
    }
}
