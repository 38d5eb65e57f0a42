package io.clientele.contract.condition;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;

import io.clientele.contract.condition.Condition.Behaviour;

/**
 * What a behaviour counts: events of a name, all or those for which a condition holds.
 *
 * @param where a condition on an event
 */
public record Counter(String event, Optional<Condition> where) {

    /** All events of a name. */
    public static Counter of(String event) {
        return new Counter(event, Optional.empty());
    }

    /** What this behaviour counts. */
    public static Counter of(Behaviour behaviour) {
        return new Counter(behaviour.event(), behaviour.where());
    }

    /**
     * A text that is equal for equal counters, for ever; documents hold it. A name of an event holds no U+0000, so the
     * keys of different counters differ.
     */
    public String key() {
        return where.map(condition -> event + '\0' + digest(condition) + '\0').orElse(event + '\0');
    }

    private static String digest(Condition condition) {
        return DigestUtils.sha256Hex(ConditionJson.write(condition).toString().getBytes(StandardCharsets.UTF_8));
    }
}
