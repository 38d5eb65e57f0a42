package io.clientele.campaign.definition;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.EventDocument;

/** Campaigns for tests: a sound one, and what differs from it. */
public final class CampaignInputs {

    private CampaignInputs() {}

    /** On Product Added, an inbox message to everybody, unless an order comes within half an hour. */
    public static CampaignInput sound(String id) {
        return new CampaignInput(
                "key-" + id,
                id,
                "Come back",
                null,
                null,
                new TriggerInput(new EventMatchInput("Product Added", null), null, null, null, null),
                "PT30M",
                List.of(new EventMatchInput("Order Completed", null)),
                List.of(inbox("a")),
                0.0,
                null,
                null,
                new GoalInput(new EventMatchInput("Order Completed", null), "P7D"),
                new BudgetInput(new BigDecimal("1000"), null, "CNY"),
                null,
                null,
                null,
                null);
    }

    /** A variant for the inbox. */
    public static VariantInput inbox(String name) {
        return new VariantInput(name, 1, Channel.INBOX, null, "Your cart", "It waits for you.", null, null, null);
    }

    /** A sound one with other values of some fields, as JSON, by their names. */
    public static CampaignInput with(String id, UnaryOperator<ObjectNode> change) {
        try {
            ObjectNode json = (ObjectNode) EventDocument.MAPPER.readTree(CampaignJson.write(sound(id)));
            return CampaignJson.read(change.apply(json).toString()).withKey("key-" + id);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One as it is stored. */
    public static StoredCampaign stored(CampaignInput input, CampaignState state, Optional<Instant> launchedAt) {
        CampaignReading.Outcome outcome = CampaignReading.read(input, "CNY");
        if (!outcome.problems().isEmpty()) {
            throw new IllegalArgumentException(outcome.problems().toString());
        }
        return new StoredCampaign(input, outcome.definition(), 1, state, launchedAt, Instant.EPOCH, "test");
    }

    /** A sound one with other dates. */
    static CampaignInput between(String id, @Nullable Instant start, @Nullable Instant end) {
        return with(id, json -> {
            if (start != null) {
                json.put("startsAt", start.toString());
            }
            return end == null ? json : json.put("endsAt", end.toString());
        });
    }
}
