package io.clientele.funnel.caller;

import jakarta.enterprise.context.RequestScoped;

/** The service that sent the request under way. */
@RequestScoped
public class CallingService {

    private String name = "";

    /**
     * Its name, such as {@code profile-service}.
     *
     * @throws IllegalStateException outside a request to an internal endpoint
     */
    public String name() {
        if (name.isEmpty()) {
            throw new IllegalStateException("no service calls: this is no internal endpoint");
        }
        return name;
    }

    void is(String verified) {
        name = verified;
    }
}
