package io.clientele.campaign.consent;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;

/** Whether a customer can and may be written to through a channel. */
public sealed interface Reachability {

    /**
     * It may.
     *
     * @param address the e-mail address, or the customer's own id for every other channel
     */
    record Reachable(String address) implements Reachability {}

    /** It did not consent, or withdrew. */
    record NoConsent() implements Reachability {}

    /** Its address is not written to again. */
    record Suppressed(BlockReason reason) implements Reachability {}

    /** It has no address that mail can be sent to. */
    record NoAddress() implements Reachability {}

    /**
     * Decides from values alone.
     *
     * <p>A stored consent counts more than a trait, one about the channel more than one about all marketing, but a withdrawal
     * from all marketing stops every channel that was not consented to after it (PIPL, article 24).
     *
     * @param transactional whether the message is about an order or the account, which takes no consent
     */
    static Reachability of(
            Channel channel,
            Recipient recipient,
            Permissions permissions,
            ConsentPolicy policy,
            boolean transactional) {
        Optional<String> address = address(channel, recipient);
        if (address.isEmpty()) {
            return new NoAddress();
        }
        Optional<BlockReason> block = block(blocks(channel, permissions), transactional);
        if (block.isPresent()) {
            return new Suppressed(block.get());
        }
        return transactional || consents(ConsentScope.of(channel), recipient.traits(), permissions, policy, channel)
                ? new Reachable(address.get())
                : new NoConsent();
    }

    private static Optional<String> address(Channel channel, Recipient recipient) {
        return switch (channel) {
            case EMAIL ->
                EmailAddress.of(recipient.traits().getOrDefault("email", "")).map(EmailAddress::text);
            case INBOX, POPUP, WEBHOOK -> Optional.of(recipient.id());
        };
    }

    private static Set<BlockReason> blocks(Channel channel, Permissions permissions) {
        return switch (channel) {
            case EMAIL -> permissions.emailBlocks();
            case WEBHOOK -> permissions.webhookBlocks();
            case INBOX, POPUP -> Set.of();
        };
    }

    private static Optional<BlockReason> block(Set<BlockReason> blocks, boolean transactional) {
        return blocks.stream()
                .filter(reason -> !transactional || reason == BlockReason.HARD_BOUNCE)
                .min(BlockReason::compareTo);
    }

    private static boolean consents(
            ConsentScope scope,
            Map<String, String> traits,
            Permissions permissions,
            ConsentPolicy policy,
            Channel channel) {
        Consent stored = permissions.consents().get(scope);
        Consent all = permissions.consents().get(ConsentScope.ALL);
        Boolean general = said(all, traits, ConsentScope.ALL);
        if (Boolean.FALSE.equals(general)) {
            return stored != null
                    && stored.given()
                    && (all == null || stored.at().isAfter(all.at()));
        }
        Boolean special = said(stored, traits, scope);
        return special != null ? special : general != null || !policy.optIn().contains(channel);
    }

    private static @Nullable Boolean said(@Nullable Consent stored, Map<String, String> traits, ConsentScope scope) {
        return stored != null ? Boolean.valueOf(stored.given()) : said(traits.get(scope.trait()));
    }

    /** What a trait says; null if nothing that can be understood. */
    private static @Nullable Boolean said(@Nullable String trait) {
        return trait == null
                ? null
                : switch (trait.strip().toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "1", "是" -> Boolean.TRUE;
                    case "false", "no", "0", "否" -> Boolean.FALSE;
                    default -> null;
                };
    }
}
