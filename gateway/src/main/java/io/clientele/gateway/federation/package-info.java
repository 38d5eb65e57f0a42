/**
 * The federated graph as one thing: a request in, an answer out.
 *
 * <p>It leads a request through the chapters in their order: {@code supergraph} (what the schema says), {@code operation}
 * (what is asked), {@code resolution} (who answers what), {@code plan} (which requests that makes), {@code execute} (the
 * requests carried out, the answers joined). Documents and plans are kept for the next request with the same words.
 */
@NullMarked
package io.clientele.gateway.federation;

import org.jspecify.annotations.NullMarked;
