package io.clientele.edge.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.smallrye.graphql.api.federation.Shareable;

/**
 * A running service, as an operator asks for it.
 *
 * @param name the module's name, such as {@code profile-service}
 * @param version the version of its build
 */
@Shareable
@Description("A running service.")
public record ServiceInfo(
        @NonNull @Description("The service's name.") String name,
        @NonNull @Description("The version of its build.") String version) {}
