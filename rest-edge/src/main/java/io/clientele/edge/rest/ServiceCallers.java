package io.clientele.edge.rest;

import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

import io.clientele.edge.ServiceTokens;

/** Lets only services through to internal endpoints, by the resource that was matched: a path has many spellings. */
@Singleton
class ServiceCallers {

    private final ServiceTokens tokens;

    ServiceCallers(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @ServerRequestFilter
    Optional<Response> check(SimpleResourceInfo resource, ContainerRequestContext request) {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        boolean internal = path != null && path.value().startsWith("/internal/");
        return !internal
                        || tokens.caller(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                                .isPresent()
                ? Optional.empty()
                : Optional.of(Refusals.unauthenticated());
    }
}
