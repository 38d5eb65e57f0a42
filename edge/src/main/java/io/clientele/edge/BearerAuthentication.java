package io.clientele.edge;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Authenticates by JWT as Quarkus does, and says in JSON why a caller was turned away.
 *
 * <p>Whether a token is missing, expired or forged is answered alike: the difference helps only an attacker.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

    private final JWTAuthMechanism tokens;

    @Inject
    BearerAuthentication(JWTAuthMechanism tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviders) {
        Uni<SecurityIdentity> identity = tokens.authenticate(context, identityProviders);
        // Where it found a token, the delegate named itself as the one to answer; the answer is ours.
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        return identity;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return tokens.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return tokens.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return tokens.getCredentialTransport(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return Uni.createFrom()
                .completionStage(() -> context.response()
                        .setStatusCode(401)
                        .putHeader(HttpHeaderNames.WWW_AUTHENTICATE, TokenRefusal.CHALLENGE)
                        .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                        .end(TokenRefusal.body().toBuffer())
                        .toCompletionStage())
                .replaceWith(true);
    }
}
