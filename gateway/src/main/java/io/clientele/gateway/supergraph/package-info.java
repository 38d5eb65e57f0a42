/**
 * What a supergraph schema says: which subgraphs there are, which of them knows which type by which key, and who answers
 * which field at what price.
 *
 * <p>Read from the {@code join__} directives of the <a href="https://specs.apollo.dev/join/v0.3/">join specification</a>
 * and from nothing else; the rest of the gateway asks this model and never the text.
 */
@NullMarked
package io.clientele.gateway.supergraph;

import org.jspecify.annotations.NullMarked;
