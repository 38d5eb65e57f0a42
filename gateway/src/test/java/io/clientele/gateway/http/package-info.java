/** Tests of GraphQL over HTTP, with a small supergraph whose subgraphs are played. */
@NullMarked
package io.clientele.gateway.http;

import org.jspecify.annotations.NullMarked;
