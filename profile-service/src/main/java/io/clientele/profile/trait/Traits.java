package io.clientele.profile.trait;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;

/**
 * A customer's traits. Immutable. Adding is commutative, associative and idempotent: of each name the value of the latest
 * identify stands, by (timestamp, message id). A value is replaced as a whole, nested ones too; JSON's null takes it away.
 *
 * <p>At most {@value #MOST} names are kept, those that the shop's analyses know first, then by alphabet: the same ones in
 * whatever order they come.
 */
public final class Traits {

    /** Names that one customer can have. */
    public static final int MOST = 256;

    /** Names that one event can set. */
    public static final int MOST_OF_EVENT = 200;

    /** Characters of a value's JSON. */
    public static final int LONGEST_VALUE = 4_096;

    public static final Traits EMPTY = new Traits(new TreeMap<>());

    private static final Set<String> KNOWN = Set.of(
            "email",
            "phone",
            "open_id",
            "openId",
            "openid",
            "union_id",
            "unionId",
            "unionid",
            "name",
            "gender",
            "age_band",
            "birthday",
            "country",
            "region",
            "city",
            "city_tier");

    private static final Comparator<String> RANK = Comparator.<String>comparingInt(name -> KNOWN.contains(name) ? 0 : 1)
            .thenComparing(Comparator.naturalOrder());

    /** Numbers are equal whatever they were read as. */
    private static final Comparator<JsonNode> BY_VALUE =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES) // 1.50 stays what was sent
            .build();

    private final NavigableMap<String, Trait> byName;

    private Traits(NavigableMap<String, Trait> byName) {
        this.byName = byName;
    }

    /**
     * Refuses what is too large to be kept.
     *
     * @throws io.clientele.edge.CodedException {@code TOO_MANY_TRAITS} on {@code traits}, {@code TRAIT_TOO_LONG} on the trait
     */
    public static void check(FreeFields traits) {
        check(traits.json());
    }

    /**
     * These and what an event says; the same if it is no identify.
     *
     * @throws io.clientele.edge.CodedException as {@link #check}: a function of the event alone, whatever else the customer has
     */
    public Traits plus(Event event) {
        if (event.type() != EventType.IDENTIFY || event.traits().isEmpty()) {
            return this;
        }
        ObjectNode said = event.traits().json();
        check(said);
        TreeMap<String, Trait> sum = new TreeMap<>(byName);
        long at = event.times().timestamp().toEpochMilli();
        said.properties()
                .forEach(property -> sum.merge(
                        property.getKey(), new Trait(at, event.messageId(), property.getValue()), Trait::later));
        return trimmed(sum);
    }

    public Traits plus(Traits other) {
        if (byName.isEmpty() || other.byName.isEmpty()) {
            return byName.isEmpty() ? other : this;
        }
        TreeMap<String, Trait> sum = new TreeMap<>(byName);
        other.byName.forEach((name, trait) -> sum.merge(name, trait, Trait::later));
        return trimmed(sum);
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /**
     * The values that stand, as one JSON object. Names of which all nested keys together would be more than an event may have are
     * left out, the last by the order of keeping first.
     */
    public FreeFields fields() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        int keys = 0;
        for (String name : byName.keySet().stream().sorted(RANK).toList()) {
            Trait trait = byName.get(name);
            if (trait != null && !trait.value().isNull() && keys + trait.keys() <= Event.MAX_KEYS) {
                keys += trait.keys();
                object.set(name, trait.value());
            }
        }
        return FreeFields.of("traits", object);
    }

    /** A trait's value as text; null if it has none or one that is no single value. */
    public @Nullable String text(String name) {
        Trait trait = byName.get(name);
        return trait == null || !trait.value().isValueNode() || trait.value().isNull()
                ? null
                : trait.value().asText();
    }

    /** What became of a value that a message gave. */
    public enum Standing {
        /** It is this message's, with this value. */
        STANDS,
        /** A later message gave another. */
        SUPERSEDED,
        /** This message gave another value. */
        ANOTHER_VALUE,
        /** The message is not among what is summed up here, or its value was cut off. */
        UNKNOWN
    }

    /**
     * What became of a value that a message gave.
     *
     * @param value JSON's null if the message takes the trait away
     * @param at when it was said at the latest, in milliseconds since 1970
     */
    public Standing standing(String name, JsonNode value, String messageId, long at) {
        Trait trait = byName.get(name);
        if (trait == null) {
            return Standing.UNKNOWN;
        }
        if (trait.messageId().equals(messageId)) {
            return trait.value().equals(BY_VALUE, value) ? Standing.STANDS : Standing.ANOTHER_VALUE;
        }
        return trait.at() > at ? Standing.SUPERSEDED : Standing.UNKNOWN;
    }

    /** The JSON to store them as: an object of {@code [milliseconds, message id, value]} by name. */
    public byte[] toBytes() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        byName.forEach((name, trait) ->
                object.putArray(name).add(trait.at()).add(trait.messageId()).add(trait.value()));
        try {
            return JSON.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can always be written", e);
        }
    }

    /**
     * The traits that were stored as these bytes.
     *
     * @throws IllegalArgumentException if they are none
     */
    public static Traits of(byte[] bytes) {
        TreeMap<String, Trait> read = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : tree(bytes).properties()) {
            if (!(entry.getValue() instanceof ArrayNode trait) || trait.size() != 3) {
                throw new IllegalArgumentException("These bytes are not what traits were stored as");
            }
            read.put(
                    entry.getKey(),
                    new Trait(trait.get(0).longValue(), trait.get(1).textValue(), canonical(trait.get(2))));
        }
        return read.isEmpty() ? EMPTY : new Traits(read);
    }

    /** The value in the one form that events have it in: Jackson reads a small whole number as another type than a large one. */
    private static JsonNode canonical(JsonNode value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set("value", value);
        return FreeFields.of("traits", object).json().get("value");
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("These bytes are not what traits were stored as", e);
        }
    }

    private static void check(ObjectNode said) {
        if (said.size() > MOST_OF_EVENT) {
            throw new TraitsRefusedException(
                    TraitsRefusedException.TOO_MANY_TRAITS,
                    "traits",
                    "More than " + MOST_OF_EVENT + " traits are set at once.");
        }
        said.properties().forEach(property -> {
            if (property.getValue().toString().length() > LONGEST_VALUE) {
                throw new TraitsRefusedException(
                        TraitsRefusedException.TRAIT_TOO_LONG,
                        "traits." + property.getKey(),
                        "A trait's value is longer than " + LONGEST_VALUE + " characters of JSON.");
            }
        });
    }

    private static Traits trimmed(NavigableMap<String, Trait> sum) {
        if (sum.size() > MOST) {
            List<String> surplus = sum.keySet().stream().sorted(RANK).skip(MOST).toList();
            surplus.forEach(sum::remove);
        }
        return new Traits(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Traits that && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    /** The number only: traits are personal data, which does not belong in logs. */
    @Override
    public String toString() {
        return "Traits[" + byName.size() + "]";
    }
}
