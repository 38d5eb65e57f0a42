package io.clientele.gateway.execute;

import java.util.concurrent.CompletionStage;

/** Carries requests to subgraphs. */
public interface SubgraphTransport {

    /**
     * Sends a request.
     *
     * @return what the subgraph answers; completed exceptionally with a {@link SubgraphException} if it gives no answer
     */
    CompletionStage<SubgraphAnswer> send(SubgraphRequest request);
}
