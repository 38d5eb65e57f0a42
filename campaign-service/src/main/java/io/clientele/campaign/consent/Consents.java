package io.clientele.campaign.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.customer.CustomerIds;
import io.clientele.campaign.customer.Forgetting;
import io.clientele.database.Database;
import io.clientele.database.Mutations;
import io.clientele.edge.text.Texts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Keeps what customers consented to, and the addresses that are not written to again. */
@ApplicationScoped
public class Consents implements Forgetting {

    private static final int LONGEST_EVIDENCE = 1_000;

    private final Database database;
    private final Mutations mutations;
    private final CustomerIds customers;
    private final ConsentPolicy policy;
    private final Clock clock;

    Consents(Database database, Mutations mutations, CustomerIds customers, ConsentConfig config, Clock clock) {
        this.database = database;
        this.mutations = mutations;
        this.customers = customers;
        this.policy = new ConsentPolicy(Set.copyOf(config.optIn()));
        this.clock = clock;
    }

    /** What holds of customers who said nothing, as configured. */
    public ConsentPolicy policy() {
        return policy;
    }

    /** What is stored about writing to these customers, by their own ids; everyone is there. Two statements for all. */
    public Uni<Map<String, Permissions>> load(SqlClient client, Collection<Recipient> recipients) {
        Lookup lookup = Lookup.of(recipients);
        return ConsentStore.consents(client, lookup.ids())
                .flatMap(consents -> ConsentStore.blocks(client, lookup.hashes())
                        .map(blocks -> lookup.permissions(consents, blocks)));
    }

    /** What a customer last said, of each scope that it said something about. */
    Uni<List<List<Consent>>> of(List<String> customerIds) {
        return customers
                .of(customerIds)
                .flatMap(ids -> database.onConnection(connection -> {
                    Set<String> all = new HashSet<>();
                    ids.values().forEach(all::addAll);
                    return ConsentStore.consents(connection, all)
                            .map(byId -> customerIds.stream()
                                    .map(id -> Lookup.latest(byId, ids.getOrDefault(id, Set.of(id))).values().stream()
                                            .sorted(Comparator.comparing(Consent::scope))
                                            .toList())
                                    .toList());
                }));
    }

    /** Sets a consent; answers it as it then stands. */
    Uni<Consent> set(ConsentInput input, ConsentSource source, String who) {
        String evidence = input.evidence();
        Texts.check("input.customer", input.customer(), 512);
        if (evidence != null) {
            Texts.check("input.evidence", evidence, LONGEST_EVIDENCE);
        }
        Consent consent = new Consent(input.scope(), input.given(), clock.instant(), source, evidence);
        List<String> arguments = List.of(
                input.customer(), input.scope().name(), input.given().toString(), evidence == null ? "" : evidence);
        return ids(input)
                .flatMap(ids -> mutations.once(
                        input.key(),
                        "setConsent",
                        arguments,
                        transaction -> set(transaction, input.customer(), ids, consent, who)
                                .replaceWith(consent.at().toString())))
                .map(at -> new Consent(consent.scope(), consent.given(), Instant.parse(at), source, evidence));
    }

    /** Under which ids an unsubscription may stand that a consent lifts. A withdrawal waits for no other service. */
    private Uni<Set<String>> ids(ConsentInput input) {
        Set<String> own = Set.of(input.customer());
        return input.given()
                ? customers.of(own).map(ids -> ids.getOrDefault(input.customer(), own))
                : Uni.createFrom().item(own);
    }

    private static Uni<Void> set(
            SqlConnection transaction, String customerId, Set<String> ids, Consent consent, String who) {
        Uni<Void> put = ConsentStore.put(transaction, customerId, consent, who);
        return consent.given() ? put.call(done -> ConsentStore.unblock(transaction, ids, consent.scope())) : put;
    }

    /**
     * Withdraws a consent because of a message: the customer's, and the address that the message went to.
     *
     * @param scope of one channel, or all marketing
     */
    public Uni<Void> withdraw(
            SqlConnection transaction, BlockedContact contact, ConsentScope scope, ConsentSource source) {
        Consent consent = new Consent(scope, false, clock.instant(), source, "contact " + contact.contactId());
        return ConsentStore.put(transaction, contact.customerId(), consent, source.name())
                .chain(() -> block(transaction, contact, BlockReason.UNSUBSCRIBED));
    }

    /** Takes note that the address that a message went to is not to be written to again. */
    public Uni<Void> block(SqlConnection transaction, BlockedContact contact, BlockReason reason) {
        byte[] hash = hash(contact);
        return hash == null
                ? Uni.createFrom().voidItem()
                : ConsentStore.block(transaction, hash, contact, reason, clock.instant());
    }

    private static byte @Nullable [] hash(BlockedContact contact) {
        return switch (contact.channel()) {
            case EMAIL ->
                contact.address() == null
                        ? null
                        : EmailAddress.of(contact.address())
                                .map(EmailAddress::hash)
                                .orElse(null);
            case WEBHOOK -> AddressHash.ofCustomer(contact.customerId());
            case INBOX, POPUP -> null;
        };
    }

    /**
     * Whether a contact that was decided about may not be sent any more.
     *
     * @return fails as profile-service does, which is asked under which other ids the recipient may have withdrawn; only if
     *     anybody has since
     */
    public Uni<Boolean> standsInTheWay(BlockedContact contact, boolean transactional) {
        byte[] hash = hash(contact);
        return database.onConnection(connection -> ConsentStore.standsInTheWay(
                        connection, contact, hash == null ? new byte[0] : hash, transactional))
                .chain(stands -> stands || transactional
                        ? Uni.createFrom().item(stands)
                        : database.onConnection(connection -> ConsentStore.anybodyWithdrew(connection, contact))
                                .chain(anybody -> anybody
                                        ? withdrewUnderAnyId(contact)
                                        : Uni.createFrom().item(false)));
    }

    private Uni<Boolean> withdrewUnderAnyId(BlockedContact contact) {
        Set<String> own = Set.of(contact.customerId());
        return customers
                .of(own)
                .map(ids -> ids.getOrDefault(contact.customerId(), own))
                .chain(ids -> database.onConnection(connection -> ConsentStore.withdrew(connection, contact, ids)));
    }

    /**
     * Forgets what customers said, for good. Of addresses that are not to be written to again the hash is left.
     *
     * @param hashes the SHA-256 of their ids in UTF-8, in hexadecimal digits
     */
    @Override
    public Uni<Void> forget(SqlConnection transaction, List<String> hashes) {
        return ConsentStore.forget(transaction, hashes);
    }
}
