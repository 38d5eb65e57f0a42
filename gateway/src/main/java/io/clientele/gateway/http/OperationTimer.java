package io.clientele.gateway.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.clientele.gateway.federation.GatewayAnswer;
import io.clientele.gateway.operation.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Counts and times operations as {@code clientele_gateway_operation_seconds} by kind and outcome.
 *
 * <p>Their names are no part of it: clients choose these, without a bound.
 */
final class OperationTimer {

    private static final String NAME = "clientele_gateway_operation_seconds";

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry meters;

    OperationTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    /** An operation begins to be answered. */
    Timer.Sample start() {
        return Timer.start(meters);
    }

    /** It was answered, and the client still waits. */
    void answered(Timer.Sample begun, GatewayAnswer answer) {
        stop(begun, kind(answer), outcome(answer));
    }

    /** The client went away before. */
    void abandoned(Timer.Sample begun, GatewayAnswer answer) {
        stop(begun, kind(answer), "ABANDONED");
    }

    /** The gateway failed to answer it. */
    void failed(Timer.Sample begun) {
        stop(begun, "unknown", "FAULT");
    }

    private void stop(Timer.Sample begun, String kind, String outcome) {
        begun.stop(Timer.builder(NAME)
                .tags("kind", kind, "outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(meters));
    }

    private static String kind(GatewayAnswer answer) {
        Operation.Kind kind = answer.kind();
        return kind == null ? "refused" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static String outcome(GatewayAnswer answer) {
        if (!answer.executed()) {
            return code(answer.errors().getFirst());
        }
        if (answer.errors().isEmpty()) {
            return "ANSWERED";
        }
        return answer.data() == null ? "FAILED" : "PARTIAL";
    }

    private static String code(Map<String, Object> refusal) {
        return refusal.get("extensions") instanceof Map<?, ?> extensions
                ? Objects.toString(extensions.get("code"))
                : "UNCODED";
    }
}
