/**
 * What every service does at its HTTP edge, once: it answers callers without a valid token, knows the roles, and names
 * failures by stable codes.
 *
 * <p>A service uses it by depending on {@code edge}; the beans and {@code META-INF/microprofile-config.properties}
 * (security of {@code /graphql}, paths of probes and metrics) then apply by themselves. What is left to the service:
 *
 * <ul>
 *   <li>Failures: a sealed interface of the feature extends {@link io.clientele.edge.CodedFailure}; what is thrown, or
 *       fails a {@code Uni}, extends {@link io.clientele.edge.CodedException}.
 *   <li>{@link io.clientele.edge.ServiceTokens} can be injected: tokens that services show each other.
 *   <li>Configuration: {@code mp.jwt.verify.publickey.location} and {@code mp.jwt.verify.issuer}; without them the
 *       service does not start.
 * </ul>
 *
 * <p>Tests depend on the {@code test-jar} too: {@code io.clientele.edge.testing.SigningKeys} (a test resource that gives
 * the application a generated key), {@code TestTokens.token("analyst")}, {@code HouseRules} (ArchUnit), {@code
 * GraphqlEdgeContract} for whatever answers GraphQL.
 */
@NullMarked
package io.clientele.edge;

import org.jspecify.annotations.NullMarked;
