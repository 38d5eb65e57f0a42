package io.clientele.console.browser;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens of the form that the platform's have; nobody here checks a signature. */
public final class Tokens {

    /** The signature of one that is refused. */
    public static final String EXPIRED = "ZXhwaXJlZA";

    private Tokens() {}

    public static String of(String role) {
        return unsigned(role) + ".c2lnbmVk";
    }

    public static String expired() {
        return unsigned("marketer") + "." + EXPIRED;
    }

    private static String unsigned(String role) {
        return encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
                + encoded("{\"sub\":\"mei\",\"upn\":\"mei\",\"groups\":[\"" + role + "\"]}");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
