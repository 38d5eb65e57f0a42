/**
 * GraphQL over HTTP: what a client may send to {@code /graphql}, and the forms that it gets its answer in.
 *
 * <p>It follows the specification GraphQL over HTTP: status codes tell of the request where the client accepts {@code
 * application/graphql-response+json}, and of the transport alone where it accepts {@code application/json}.
 */
@NullMarked
package io.clientele.gateway.http;

import org.jspecify.annotations.NullMarked;
