package io.clientele.contract.event;

import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.InvalidEvent.Code;

/**
 * One stored event, valid by construction: whatever is an {@code Event} can be indexed, and comes back equal. Texts hold
 * neither U+0000 nor unpaired surrogates and have at most 1,024 characters where nothing else is said; an empty text
 * counts as absent. Made by {@link #builder}.
 *
 * @param messageId the client's id of the message, 1 to 256 bytes of UTF-8; the document's id
 * @param type the call
 * @param name what happened, such as {@code Product Viewed}; present exactly for track, page and screen
 * @param customer who did it
 * @param previousId of an alias: the id that was in use before, up to 256 characters
 * @param groupId of a group: the group, up to 256 characters
 * @param sessionId the client's session, up to 256 characters; a session is (customer, session id)
 * @param channel such as {@code app}, {@code mini_program}, {@code pc} or {@code third_party}
 * @param products what it is about, in the message's order; at most {@value #MAX_PRODUCTS}
 * @param failureReason why a payment or another step failed
 * @param currency of every amount of the event; if absent, taken from the amounts
 * @param properties the message's other properties
 * @param traits of an identify or a group: the traits that it sets
 * @param source the name of the write key that the message came with, or of the service that sent it;
 *     {@value #SHOPPER} if the shopper itself sent it
 */
public record Event(
        Times times,
        String messageId,
        EventType type,
        @Nullable String name,
        CustomerId customer,
        @Nullable String previousId,
        @Nullable String groupId,
        @Nullable String sessionId,
        @Nullable String channel,
        Device device,
        Geo geo,
        Page page,
        List<Product> products,
        Order order,
        Campaign campaign,
        CustomerSnapshot snapshot,
        @Nullable String failureReason,
        @Nullable String currency,
        FreeFields properties,
        FreeFields traits,
        String source) {
    /** The source of what shoppers track with their own tokens: theirs is the customer, but what they say is not checked. */
    public static final String SHOPPER = "shopper";

    /** Keys of {@link #properties} and {@link #traits} together, on every level. */
    public static final int MAX_KEYS = 1_000;

    /** Products of one event. */
    public static final int MAX_PRODUCTS = 500;

    public Event {
        messageId = Check.messageId(messageId);
        name = Check.keyword("event", name);
        if (type.named() && name == null) {
            throw new InvalidEventException(Code.MISSING_FIELD, "event", "is missing");
        }
        if (!type.named() && name != null) {
            throw new InvalidEventException(Code.INVALID_VALUE, "event", "is given for a call that has no name");
        }
        previousId = Check.id("previous_id", previousId);
        groupId = Check.id("group_id", groupId);
        sessionId = Check.id("session_id", sessionId);
        channel = Check.keyword("channel", channel);
        products = List.copyOf(products);
        if (products.size() > MAX_PRODUCTS) {
            throw new InvalidEventException(Code.TOO_MANY_ITEMS, "product", "lists more than " + MAX_PRODUCTS);
        }
        failureReason = Check.keyword("failure.reason", failureReason);
        currency = currency(currency, products, order);
        keys("properties", properties.keys() + traits.keys());
        source = Check.required("source", Check.keyword("source", source));
    }

    /** Starts an event from what every event must have; see the record's parameters. */
    public static EventBuilder builder(
            String messageId, EventType type, CustomerId customer, Times times, String source) {
        return new EventBuilder(messageId, type, customer, times, source);
    }

    /** The hash that stands for the session, (customer, session id), in the index. */
    public OptionalLong sessionHash() {
        return pairHash(sessionId);
    }

    /** The hash that stands for the order, (customer, order id), in the index. */
    public OptionalLong orderHash() {
        return pairHash(order.id());
    }

    private OptionalLong pairHash(@Nullable String id) {
        return id == null ? OptionalLong.empty() : OptionalLong.of(Hashes.of(customer.value(), id));
    }

    /** Refuses more than {@link #MAX_KEYS}. */
    static int keys(String field, int keys) {
        if (keys > MAX_KEYS) {
            throw new InvalidEventException(Code.TOO_MANY_KEYS, field, "has more than " + MAX_KEYS + " keys");
        }
        return keys;
    }

    private static @Nullable String currency(@Nullable String given, List<Product> products, Order order) {
        String currency = given == null || given.isEmpty() ? null : Check.currency("currency", given);
        currency = common(currency, order.revenue());
        currency = common(currency, order.discount());
        for (Product product : products) {
            currency = common(currency, product.price());
        }
        return currency;
    }

    private static @Nullable String common(@Nullable String currency, @Nullable Money amount) {
        if (amount == null) {
            return currency;
        }
        if (currency != null && !currency.equals(amount.currency())) {
            throw new InvalidEventException(
                    Code.INVALID_VALUE, "currency", "is not the same for all amounts of the event");
        }
        return amount.currency();
    }
}
