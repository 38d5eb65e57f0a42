/**
 * What every subgraph does at its GraphQL edge, once: it turns away what is no request, gives every error a stable code,
 * masks what clients must not see, and declares the subgraph's Federation version.
 *
 * <p>A service uses it by depending on {@code graphql-edge}; the beans and {@code META-INF/microprofile-config.properties}
 * (path, federation, query depth) then apply by themselves. What is left to the service:
 *
 * <ul>
 *   <li>Roles: {@code @RolesAllowed({Role.ANALYST, Role.ADMIN})} on a {@code @GraphQLApi} class or method. A caller
 *       with a valid token and without the role gets {@code FORBIDDEN}. The class must be public: SmallRye calls a
 *       package-private one with roles through a subclass that it cannot reach.
 *   <li>Failures: the message of a {@link io.clientele.edge.CodedException} reaches the client, with {@code
 *       extensions.code} and, where given, {@code extensions.field}. Everything else becomes {@code INTERNAL} with a
 *       neutral message and is logged once.
 *   <li>{@link io.clientele.edge.graphql.ServiceInfo} can be injected: the service's name and version.
 * </ul>
 */
@NullMarked
package io.clientele.edge.graphql;

import org.jspecify.annotations.NullMarked;
