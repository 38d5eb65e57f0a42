package io.clientele.gateway.execute;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.clientele.gateway.execute.SubgraphException.Code;

/**
 * Asks subgraphs for as long as somebody waits for what they answer, and there is time.
 *
 * @param wanted whether somebody does
 * @param deadline when the time is over
 */
record WhileWanted(SubgraphTransport transport, BooleanSupplier wanted, InstantSource clock, Instant deadline)
        implements SubgraphTransport {

    @Override
    public CompletionStage<SubgraphAnswer> send(SubgraphRequest request) {
        if (!wanted.getAsBoolean()) {
            // Nobody gets to see this: it ends the execution.
            return refused(Code.SUBGRAPH_UNAVAILABLE, "The subgraph was not asked: nobody waits.");
        }
        if (clock.instant().isAfter(deadline)) {
            return refused(
                    Code.SUBGRAPH_TIMEOUT, "The subgraph was not asked: the request has taken too long already.");
        }
        return transport.send(request);
    }

    private static CompletionStage<SubgraphAnswer> refused(Code code, String message) {
        return CompletableFuture.failedFuture(new SubgraphException(code, message));
    }
}
