package io.clientele.edge;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Which service passes on the request under way, by its header {@value ServiceTokens#HEADER}. */
@ApplicationScoped
class ServiceCaller {

    private final CurrentVertxRequest request;
    private final ServiceTokens tokens;

    ServiceCaller(CurrentVertxRequest request, ServiceTokens tokens) {
        this.request = request;
        this.tokens = tokens;
    }

    /** The service's name; nothing if none passes the request on, or one that cannot prove who it is. */
    Optional<String> name() {
        return Optional.ofNullable(request.getCurrent().request().getHeader(ServiceTokens.HEADER))
                .flatMap(tokens::service);
    }
}
