package io.clientele.gateway.subgraph;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

import io.clientele.gateway.execute.StageFailure;
import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphException;
import io.clientele.gateway.execute.SubgraphException.Code;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;

/** Leaves a subgraph alone for a while when too many tries failed: it gets time to recover, and clients need not wait. */
final class Breaker {

    private static final Logger LOG = Logger.getLogger(Breaker.class);

    private final TypedGuard<CompletionStage<SubgraphAnswer>> guard;

    Breaker(String subgraph, SubgraphSettings.Breaker settings) {
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<SubgraphAnswer>>() {
                    private static final long serialVersionUID = 1;
                })
                .withDescription(subgraph)
                .withCircuitBreaker()
                .requestVolumeThreshold(settings.tries())
                .failureRatio(settings.failing())
                .delay(settings.pause().toMillis(), ChronoUnit.MILLIS)
                .when(Breaker::isFailing)
                .onStateChange(state -> tell(subgraph, state))
                .done()
                .build();
    }

    CompletionStage<SubgraphAnswer> guard(Supplier<CompletionStage<SubgraphAnswer>> attempt) {
        return guard.get(attempt);
    }

    /** Whether it was the breaker that refused. */
    static boolean isOpen(Throwable failure) {
        return failure instanceof CircuitBreakerOpenException;
    }

    /** A subgraph that answers nonsense, or refuses a token, is there. */
    private static boolean isFailing(Throwable failure) {
        Throwable cause = StageFailure.cause(failure);
        return cause instanceof UnreachableException
                || (cause instanceof SubgraphException judged && judged.code() == Code.SUBGRAPH_TIMEOUT);
    }

    private static void tell(String subgraph, CircuitBreakerState state) {
        switch (state) {
            case OPEN -> LOG.warnf("Subgraph %s fails too often: it is left alone for a while", subgraph);
            case HALF_OPEN -> LOG.infof("Subgraph %s is tried again", subgraph);
            case CLOSED -> LOG.infof("Subgraph %s answers again", subgraph);
        }
    }
}
