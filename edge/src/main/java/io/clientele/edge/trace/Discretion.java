package io.clientele.edge.trace;

import java.util.List;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Takes out of a span what the HTTP instrumentation writes there of the caller: address, browser, and the query of the
 * address, which may name a customer. A span's attributes cannot be removed, so that each keeps {@value #TAKEN_OUT}.
 */
@Singleton
class Discretion implements SpanProcessor {

    static final String TAKEN_OUT = "-";

    private static final List<AttributeKey<String>> OF_THE_CALLER = List.of(
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("user_agent.original"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> key : OF_THE_CALLER) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, TAKEN_OUT);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
