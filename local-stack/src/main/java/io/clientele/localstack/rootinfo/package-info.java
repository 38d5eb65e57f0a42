/**
 * An Elasticsearch plugin that answers {@code GET /}, which a stock distribution does from a module that is not
 * published. Ordinary clients ask it first and refuse to talk to a server that does not answer.
 */
@NullMarked
package io.clientele.localstack.rootinfo;

import org.jspecify.annotations.NullMarked;
