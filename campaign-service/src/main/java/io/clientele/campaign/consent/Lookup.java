package io.clientele.campaign.consent;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Under what the stored words about a number of customers are found, and whose they are. */
record Lookup(Collection<Recipient> recipients) {

    static Lookup of(Collection<Recipient> recipients) {
        return new Lookup(recipients);
    }

    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        recipients.forEach(recipient -> ids.addAll(recipient.ids()));
        return ids;
    }

    List<byte[]> hashes() {
        return recipients.stream()
                .flatMap(recipient -> Stream.concat(
                        email(recipient).map(EmailAddress::hash).stream(),
                        recipient.ids().stream().map(AddressHash::ofCustomer)))
                .toList();
    }

    Map<String, Permissions> permissions(
            Map<String, List<Consent>> consents, Map<ByteBuffer, Set<BlockReason>> blocks) {
        Map<String, Permissions> permissions = new HashMap<>();
        for (Recipient recipient : recipients) {
            Set<BlockReason> email = email(recipient)
                    .map(address -> blocks.getOrDefault(ByteBuffer.wrap(address.hash()), Set.of()))
                    .orElse(Set.of());
            Set<BlockReason> webhook = new TreeSet<>();
            recipient
                    .ids()
                    .forEach(id ->
                            webhook.addAll(blocks.getOrDefault(ByteBuffer.wrap(AddressHash.ofCustomer(id)), Set.of())));
            permissions.put(recipient.id(), new Permissions(latest(consents, recipient.ids()), email, webhook));
        }
        return permissions;
    }

    /** The latest word of each scope among those said under these ids. */
    static Map<ConsentScope, Consent> latest(Map<String, List<Consent>> consents, Set<String> ids) {
        Map<ConsentScope, Consent> latest = new EnumMap<>(ConsentScope.class);
        for (String id : ids) {
            consents.getOrDefault(id, List.of())
                    .forEach(consent ->
                            latest.merge(consent.scope(), consent, (a, b) -> b.at().isAfter(a.at()) ? b : a));
        }
        return latest;
    }

    private static Optional<EmailAddress> email(Recipient recipient) {
        return EmailAddress.of(recipient.traits().getOrDefault("email", ""));
    }
}
