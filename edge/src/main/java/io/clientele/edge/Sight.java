package io.clientele.edge;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * Which customers the caller may see: everyone, or, of a shopper, itself alone. A shopper is the customer whose id is its
 * token's {@code sub}.
 */
@ApplicationScoped
public class Sight {

    private final SecurityIdentity caller;
    private final JsonWebToken token;
    private final ServiceCaller service;

    Sight(SecurityIdentity caller, JsonWebToken token, ServiceCaller service) {
        this.caller = caller;
        this.token = token;
        this.service = service;
    }

    /**
     * Refuses a customer that the caller may not see.
     *
     * @throws ForbiddenException which is answered {@code FORBIDDEN}, whether there is such a customer or not
     */
    public void check(String customerId) {
        if (!isStaff() && !customerId.equals(token.getSubject())) {
            throw new ForbiddenException();
        }
    }

    /**
     * Refuses entities that the caller may not ask for: all of them if one of them is not to be seen. Entities are the
     * gateway's way to ask, so shoppers reach them only through a service that shows its own token.
     *
     * @throws ForbiddenException as {@link #check}
     */
    public void checkEntities(Collection<String> customerIds) {
        if (!isStaff() && service.name().isEmpty()) {
            throw new ForbiddenException();
        }
        customerIds.forEach(this::check);
    }

    private boolean isStaff() {
        return caller.hasRole(Role.ANALYST) || caller.hasRole(Role.MARKETER) || caller.hasRole(Role.ADMIN);
    }
}
