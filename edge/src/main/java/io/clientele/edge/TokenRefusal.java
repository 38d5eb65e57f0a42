package io.clientele.edge;

import io.vertx.core.json.JsonObject;

/** What a caller without a valid token is told; alike whether it is missing, expired or forged. */
public final class TokenRefusal {

    /** The challenge of the header {@code WWW-Authenticate}. */
    public static final String CHALLENGE = "Bearer";

    private TokenRefusal() {}

    /** The body: {@code {"error":{"code","message"}}}. */
    public static JsonObject body() {
        return new JsonObject()
                .put(
                        "error",
                        new JsonObject()
                                .put("code", EdgeCode.UNAUTHENTICATED.name())
                                .put("message", "A valid token is needed: send it as 'Authorization: Bearer TOKEN'."));
    }
}
