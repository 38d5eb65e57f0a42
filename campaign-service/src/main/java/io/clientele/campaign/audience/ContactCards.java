package io.clientele.campaign.audience;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Asks profile-service for customers' cards. */
@ApplicationScoped
public class ContactCards {

    private static final int MOST = 1_000;
    private static final int LONGEST_ID = 512;
    private static final String ONE_OF_THE_IDS = "customers[";

    private final ProfileClient profiles;

    ContactCards(ProfileClient profiles) {
        this.profiles = profiles;
    }

    /**
     * The cards of customers, by the ids that were asked for; nobody is known by those that are missing.
     *
     * @param anyIds own ids, such as were merged away, {@code anon:} ids of devices; what no id can be, such as the blank
     *     one of an event, leads to nobody
     * @return fails with {@link ProfileFailure}, or with {@link RefusedId} if one of the ids is at fault
     */
    public Uni<Map<String, ContactCard>> load(Collection<String> anyIds) {
        List<String> ids =
                anyIds.stream().filter(ContactCards::mayBeId).distinct().toList();
        Map<String, ContactCard> cards = new HashMap<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int from = 0; from < ids.size(); from += MOST) {
            List<String> part = ids.subList(from, Math.min(from + MOST, ids.size()));
            all = all.chain(() -> part(part)).invoke(cards::putAll).replaceWithVoid();
        }
        return all.replaceWith(cards);
    }

    /** profile-service may refuse a request whole for one text that is none. */
    private static boolean mayBeId(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_ID
                && text.indexOf(0) < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isOfOneId(Throwable failure) {
        return failure instanceof ProfileFailure refused
                && refused.field() != null
                && refused.field().startsWith(ONE_OF_THE_IDS);
    }

    private Uni<Map<String, ContactCard>> part(List<String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode customers = body.putArray("customers");
        ids.forEach(customers::add);
        return profiles.post("internal/v1/customers/cards", body)
                .onFailure(ContactCards::isOfOneId)
                .transform(RefusedId::new)
                .map(answer -> {
                    Map<String, ContactCard> cards = new HashMap<>();
                    answer.path("cards")
                            .forEach(card -> cards.put(card.path("asked").asText(), card(card)));
                    return cards;
                });
    }

    private static ContactCard card(JsonNode card) {
        Map<String, String> traits = new HashMap<>();
        card.path("traits").properties().forEach(trait -> traits.put(trait.getKey(), text(trait.getValue())));
        List<Long> hours = new ArrayList<>();
        card.path("hours").forEach(hour -> hours.add(hour.asLong()));
        return new ContactCard(
                card.path("id").asText(),
                texts(card.path("ids")),
                traits,
                texts(card.path("segments")),
                card.hasNonNull("tier") ? Optional.of(card.path("tier").asText()) : Optional.empty(),
                hours,
                card.hasNonNull("lastSeen")
                        ? Instant.parse(card.path("lastSeen").asText())
                        : Instant.EPOCH);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
