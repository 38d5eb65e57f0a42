/** What the tests of every subgraph share: the promises that it keeps beside those of every GraphQL edge. */
@NullMarked
package io.clientele.edge.graphql.testing;

import org.jspecify.annotations.NullMarked;
