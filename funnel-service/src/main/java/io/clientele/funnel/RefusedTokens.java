package io.clientele.funnel;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.clientele.edge.TokenRefusal;
import io.quarkus.security.AuthenticationFailedException;

/** Where REST is served too, Quarkus lets REST answer for invalid tokens, on every path: it says what the edge says. */
@Singleton
class RefusedTokens {

    @ServerExceptionMapper
    Response refused(AuthenticationFailedException failure) {
        return Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, TokenRefusal.CHALLENGE)
                .type(MediaType.APPLICATION_JSON)
                .entity(TokenRefusal.body().encode())
                .build();
    }
}
