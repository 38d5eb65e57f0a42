package io.clientele.profile.identity;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;

/**
 * What one event says of who is whom.
 *
 * <ul>
 *   <li>An identify with a user id and an anonymous id claims that device.
 *   <li>An alias with a user id joins the previous user id to it, and claims the device of that name: its sender alone
 *       knows which of the two a previous id is, and the other is nobody's. With {@code anon:} before it, it is a device.
 *   <li>An identify's traits may hold identity keys, of a user or of a device that nobody claimed yet.
 * </ul>
 *
 * @param home the event's home customer id
 * @param at the event's time, in milliseconds since 1970
 * @param messageId the event's message id
 * @param source where the event came from: a write key's name
 * @param claim the device that it claims, if it does
 * @param alias the user id that it gives up, if it does
 * @param keys the identity keys that it brings
 */
public record Sign(
        String home,
        long at,
        String messageId,
        String source,
        @Nullable Claim claim,
        @Nullable Alias alias,
        Set<IdentityKey> keys) {

    /** Reads an event; empty if it says nothing of who is whom, as most. */
    public static Optional<Sign> of(Event event) {
        return switch (event.type()) {
            case IDENTIFY -> of(event, claim(event), null, keys(event));
            case ALIAS -> alias(event);
            case TRACK, PAGE, SCREEN, GROUP -> Optional.empty();
        };
    }

    private static Optional<Sign> of(Event event, @Nullable Claim claim, @Nullable Alias alias, Set<IdentityKey> keys) {
        if (claim == null && alias == null && keys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Sign(event.customer().value(), at(event), event.messageId(), event.source(), claim, alias, keys));
    }

    /** What any event says: that there is such a user. */
    static Sign ofPresence(Event event) {
        return new Sign(event.customer().value(), at(event), event.messageId(), event.source(), null, null, Set.of());
    }

    private static @Nullable Claim claim(Event event) {
        String user = event.customer().userId();
        String device = event.customer().anonymousId();
        return user == null || device == null ? null : new Claim(device, at(event), event.messageId(), user);
    }

    private static Optional<Sign> alias(Event event) {
        String user = event.customer().userId();
        String previous = event.previousId();
        // Without a user id nobody is named who could be joined; an alias to oneself says nothing.
        if (user == null || previous == null || previous.equals(user)) {
            return Optional.empty();
        }
        boolean device = previous.startsWith(CustomerId.ANONYMOUS);
        String claimed = device ? previous.substring(CustomerId.ANONYMOUS.length()) : previous;
        return of(
                event,
                claimed.isEmpty() ? null : new Claim(claimed, at(event), event.messageId(), user),
                device ? null : new Alias(previous, user, at(event), event.messageId()),
                Set.of());
    }

    private static Set<IdentityKey> keys(Event event) {
        if (event.traits().isEmpty()) {
            return Set.of();
        }
        Set<IdentityKey> keys = new LinkedHashSet<>();
        for (KeyKind kind : KeyKind.values()) {
            for (String trait : kind.traits()) {
                event.traits().values(trait).forEach(value -> kind.key(value).ifPresent(keys::add));
            }
        }
        return keys;
    }

    /** The event's time as the identity rules count it. */
    static long at(Event event) {
        return event.times().timestamp().toEpochMilli();
    }
}
