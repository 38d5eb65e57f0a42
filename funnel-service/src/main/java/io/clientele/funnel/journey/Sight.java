package io.clientele.funnel.journey;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.clientele.edge.Role;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;

/** Which customers the caller may see: everyone, or, of a shopper, itself alone. */
@ApplicationScoped
class Sight {

    private final SecurityIdentity caller;
    private final JsonWebToken token;

    Sight(SecurityIdentity caller, JsonWebToken token) {
        this.caller = caller;
        this.token = token;
    }

    boolean covers(String customerId) {
        return caller.hasRole(Role.ANALYST)
                || caller.hasRole(Role.MARKETER)
                || caller.hasRole(Role.ADMIN)
                || customerId.equals(token.getSubject());
    }

    /**
     * Refuses a customer that the caller may not see.
     *
     * @throws ForbiddenException which is answered {@code FORBIDDEN}, whether there is such a customer or not
     */
    void check(String customerId) {
        if (!covers(customerId)) {
            throw new ForbiddenException();
        }
    }
}
