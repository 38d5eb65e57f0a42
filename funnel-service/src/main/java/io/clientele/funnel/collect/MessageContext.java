package io.clientele.funnel.collect;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventType;

/**
 * What a request says of all its items.
 *
 * @param source the name of the write key
 * @param type the call, where the address names it
 * @param sentAt when it was sent, for items that don't say it themselves
 * @param received when it arrived
 */
record MessageContext(String source, @Nullable EventType type, JsonNode sentAt, Instant received) {}
