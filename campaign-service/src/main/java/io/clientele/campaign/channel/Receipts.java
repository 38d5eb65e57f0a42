package io.clientele.campaign.channel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.consent.BlockReason;
import io.clientele.campaign.consent.BlockedContact;
import io.clientele.campaign.consent.ConsentScope;
import io.clientele.campaign.consent.ConsentSource;
import io.clientele.campaign.consent.Consents;
import io.clientele.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes what receivers tell of messages: twice the same is once, and nothing goes back. */
@ApplicationScoped
class Receipts {

    private final Database database;
    private final Consents consents;

    Receipts(Database database, Consents consents) {
        this.database = database;
        this.consents = consents;
    }

    /** Takes a batch that its webhook signed; those of contacts that did not go through it are rejected. */
    Uni<ReceiptBatch> take(StoredWebhook webhook, ReceiptBatch batch) {
        Destination from = webhook.purpose() == WebhookPurpose.EMAIL_RECEIPTS
                ? new Destination.Email()
                : new Destination.Webhook(webhook.id());
        return database.inTransaction(transaction -> ReceiptStore.contacts(
                        transaction,
                        from,
                        batch.receipts().stream().map(Receipt::contactId).toList())
                .flatMap(known -> take(transaction, known(batch, known), known))
                .replaceWith(batch));
    }

    /** The receipts of known contacts, in an order that two batches have alike, so that neither waits for the other. */
    private static List<Receipt> known(ReceiptBatch batch, Map<String, BlockedContact> known) {
        List<Receipt> taken = new ArrayList<>();
        for (Receipt receipt : batch.receipts()) {
            if (known.containsKey(receipt.contactId())) {
                taken.add(receipt);
            } else {
                batch.rejectUnknown(receipt);
            }
        }
        taken.sort(Comparator.comparing(Receipt::contactId).thenComparing(Receipt::status));
        return taken;
    }

    private Uni<Void> take(SqlConnection transaction, List<Receipt> receipts, Map<String, BlockedContact> known) {
        Map<String, Receipt> furthest = new HashMap<>();
        receipts.forEach(receipt -> furthest.merge(
                receipt.contactId(), receipt, (a, b) -> b.status().compareTo(a.status()) > 0 ? b : a));
        return ReceiptStore.advance(
                        transaction,
                        furthest.values().stream()
                                .sorted(Comparator.comparing(Receipt::contactId))
                                .toList())
                .chain(() -> Multi.createFrom()
                        .iterable(receipts)
                        .onItem()
                        .transformToUniAndConcatenate(
                                receipt -> block(transaction, receipt.status(), known.get(receipt.contactId())))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> block(SqlConnection transaction, ReceiptStatus status, @Nullable BlockedContact contact) {
        if (contact == null) {
            return Uni.createFrom().voidItem();
        }
        return switch (status) {
            case DELIVERED, OPENED, CLICKED -> Uni.createFrom().voidItem();
            case BOUNCED -> consents.block(transaction, contact, BlockReason.HARD_BOUNCE);
            case COMPLAINED -> consents.block(transaction, contact, BlockReason.COMPLAINT);
            case UNSUBSCRIBED ->
                consents.withdraw(transaction, contact, ConsentScope.of(contact.channel()), ConsentSource.RECEIPT);
        };
    }
}
