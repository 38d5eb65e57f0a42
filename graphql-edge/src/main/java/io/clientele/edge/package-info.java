/**
 * What every service does at its GraphQL edge, once: it answers callers without a valid token, gives every error a
 * stable code, masks what clients must not see, and declares the subgraph's Federation version.
 *
 * <p>A service uses it by depending on {@code graphql-edge}; the beans and {@code META-INF/microprofile-config.properties}
 * (paths, security of {@code /graphql}, federation, query depth) then apply by themselves. What is left to the service:
 *
 * <ul>
 *   <li>Roles: {@code @RolesAllowed({Role.ANALYST, Role.ADMIN})} on a {@code @GraphQLApi} class or method. A caller
 *       with a valid token and without the role gets {@code FORBIDDEN}. The class must be public: SmallRye calls a
 *       package-private one with roles through a subclass that it cannot reach.
 *   <li>Failures: a sealed interface of the feature extends {@link io.clientele.edge.CodedFailure}; what is thrown, or
 *       fails a {@code Uni}, extends {@link io.clientele.edge.CodedException}. Its message reaches the client, with
 *       {@code extensions.code} and, where given, {@code extensions.field}. Everything else becomes {@code INTERNAL}
 *       with a neutral message and is logged once.
 *   <li>{@link io.clientele.edge.ServiceInfo} can be injected: the service's name and version.
 *   <li>{@link io.clientele.edge.ServiceTokens} can be injected: tokens that services show each other.
 *   <li>Configuration: {@code mp.jwt.verify.publickey.location} and {@code mp.jwt.verify.issuer}; without them the
 *       service does not start.
 * </ul>
 *
 * <p>Tests depend on the {@code test-jar} too: {@code io.clientele.edge.testing.SigningKeys} (a test resource that gives
 * the application a generated key), {@code TestTokens.token("analyst")}, {@code HouseRules} (ArchUnit).
 */
@NullMarked
package io.clientele.edge;

import org.jspecify.annotations.NullMarked;
