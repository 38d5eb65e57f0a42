package io.clientele.profile.portrait;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldValue;
import io.clientele.profile.churn.Churn;
import io.clientele.profile.facts.CustomerFacts;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.trait.Traits;
import io.clientele.profile.value.CustomerValue;
import io.clientele.profile.value.ValueScale;

/**
 * All that is derived of one customer at an instant. A pure function of its ledger with all orders, its traits, the
 * population's scale, the instant and the rules.
 *
 * @param place where the customer lives, by traits or else by events
 * @param compositeTag region · category preference · spending power; empty as long as one of them is not known
 * @param values the fields that conditions may ask for, as the index keeps them, without the customer's id, kind and tags,
 *     which are not derived
 */
public record Portrait(
        CustomerFacts facts,
        CustomerValue value,
        Churn churn,
        Place place,
        Optional<CompositeTag> compositeTag,
        Map<CustomerField, List<FieldValue>> values) {

    public Portrait {
        Map<CustomerField, List<FieldValue>> copy = new EnumMap<>(CustomerField.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** Draws the portrait of a customer. */
    public static Portrait of(Ledger ledger, Traits traits, ValueScale scale, Instant now, PortraitRules rules) {
        CustomerFacts facts = CustomerFacts.derive(ledger, now, rules.facts());
        CustomerValue value = CustomerValue.of(facts, scale, rules.value());
        Churn churn = Churn.of(facts, rules.churn());
        Place place = Place.of(traits, facts.preferences());
        Optional<CompositeTag> tag =
                CompositeTag.of(place.region(), facts.preferences().category(), value.spending());
        Map<CustomerField, List<FieldValue>> values =
                new PortraitFields(rules.facts()).of(facts, value, churn, place, traits);
        return new Portrait(facts, value, churn, place, tag, values);
    }

    /**
     * The earliest instant at which any of this could change with no new event, no other scale and no other rules; null if
     * nothing ever would.
     */
    public @Nullable Instant nextReviewAt() {
        Instant ofFacts = facts.nextReviewAt();
        Instant ofChurn = churn.nextReviewAt();
        if (ofFacts == null || ofChurn == null) {
            return ofFacts == null ? ofChurn : ofFacts;
        }
        return ofFacts.isBefore(ofChurn) ? ofFacts : ofChurn;
    }
}
