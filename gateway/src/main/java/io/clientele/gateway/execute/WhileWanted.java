package io.clientele.gateway.execute;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * Asks subgraphs for as long as somebody waits for what they answer.
 *
 * @param wanted whether somebody does
 */
record WhileWanted(SubgraphTransport transport, BooleanSupplier wanted) implements SubgraphTransport {

    @Override
    public CompletionStage<SubgraphAnswer> send(SubgraphRequest request) {
        return wanted.getAsBoolean()
                ? transport.send(request)
                // Nobody gets to see this: it ends the execution.
                : CompletableFuture.failedFuture(new SubgraphException(
                        SubgraphException.Code.SUBGRAPH_UNAVAILABLE, "The subgraph was not asked: nobody waits."));
    }
}
