package io.clientele.funnel.caller;

import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

import io.clientele.edge.ServiceTokens;
import io.clientele.edge.TokenRefusal;
import io.quarkus.runtime.StartupEvent;

/**
 * Lets only services through to internal endpoints. It goes by the resource that was matched and not by the request's
 * path, which has many spellings.
 */
@Singleton
class ServiceCallers {

    private static final String INTERNAL = "/internal/";

    private final ServiceTokens tokens;
    private final CallingService caller;

    ServiceCallers(ServiceTokens tokens, CallingService caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    /** Before anything calls another service or is called. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event) {
        tokens.require();
    }

    @ServerRequestFilter
    Optional<Response> check(SimpleResourceInfo resource, ContainerRequestContext request) {
        if (!isInternal(resource.getResourceClass())) {
            return Optional.empty();
        }
        Optional<String> service = tokens.caller(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        service.ifPresent(caller::is);
        return service.isPresent() ? Optional.empty() : Optional.of(refusal());
    }

    private static boolean isInternal(Class<?> resource) {
        Path path = resource.getAnnotation(Path.class);
        return path != null && path.value().startsWith(INTERNAL);
    }

    private static Response refusal() {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, TokenRefusal.CHALLENGE)
                .type(MediaType.APPLICATION_JSON)
                .entity(TokenRefusal.body().encode())
                .build();
    }
}
