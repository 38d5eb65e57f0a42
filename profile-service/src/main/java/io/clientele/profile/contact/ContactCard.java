package io.clientele.profile.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.profile.customer.LoadedCustomer;

/** A customer as one line of facts for whoever decides whether to contact it, and how. */
final class ContactCard {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ContactCard() {}

    /**
     * The card of a customer as it stands, without what was asked for.
     *
     * @param silentDevices ids of devices that lead to it and are known by claims alone
     */
    static ObjectNode of(LoadedCustomer customer, Set<String> silentDevices) {
        ObjectNode card = JSON.objectNode().put("id", customer.id());
        Set<String> ids = new TreeSet<>(customer.ids());
        ids.addAll(silentDevices);
        texts(card, "ids", ids);
        card.set("traits", traits(customer.traits().fields().json()));
        texts(card, "segments", customer.evaluation().segments());
        texts(card, "tags", customer.evaluation().tags());
        card.put("tier", customer.portrait().value().tier().name())
                .put(
                        "lifecycle",
                        customer.portrait().value().lifecycle().stage().name());
        ArrayNode hours = card.putArray("hours");
        customer.portrait().facts().preferences().hours().forEach(hours::add);
        Instant lastSeen = customer.portrait().facts().visits().lastSeen();
        return card.put("lastSeen", lastSeen == null ? null : lastSeen.toString());
    }

    /** The same card under another id that was asked for. */
    static ObjectNode asked(String asked, ObjectNode card) {
        ObjectNode answer = JSON.objectNode().put("asked", asked);
        answer.setAll(card);
        return answer;
    }

    /** Single values as texts; objects and lists are no texts, and left out. */
    private static ObjectNode traits(ObjectNode values) {
        ObjectNode texts = JSON.objectNode();
        values.properties().forEach(property -> {
            @Nullable String text = text(property.getValue());
            if (text != null) {
                texts.put(property.getKey(), text);
            }
        });
        return texts;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static void texts(ObjectNode card, String key, Collection<String> values) {
        ArrayNode array = card.putArray(key);
        values.stream().sorted().forEach(array::add);
    }
}
