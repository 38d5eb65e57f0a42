package io.clientele.funnel.collect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.Startup;

/** Who may send events: a write key stands for a source. A source may have several, so that keys can be changed. */
@Startup // a wrong list stops the start, not the first request
@ApplicationScoped
class WriteKeys {

    private static final String BASIC = "basic ";

    private final List<Key> keys = new ArrayList<>();

    WriteKeys(CollectConfig config) {
        config.writeKeys().orElse(List.of()).forEach(this::add);
    }

    private record Key(String source, String secret) {

        boolean equalTo(String presented) {
            return MessageDigest.isEqual(
                    secret.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void add(String entry) {
        int colon = entry.indexOf(':');
        if (colon < 1 || colon == entry.length() - 1) {
            throw new IllegalArgumentException(
                    "clientele.collect.write-keys wants name:key, separated by commas; an entry has no name or no key");
        }
        keys.add(new Key(
                entry.substring(0, colon).strip(), entry.substring(colon + 1).strip()));
    }

    /**
     * Finds the source of a request.
     *
     * @param authorization the header of that name; its Basic user name is the key, its password is ignored
     * @param bodyKey the body's {@code writeKey}, asked when there is no Basic authorization
     * @throws CollectFailure INVALID_WRITE_KEY if neither is a key that is known
     */
    String source(@Nullable String authorization, @Nullable String bodyKey) {
        String basic = basicUser(authorization);
        String presented = basic == null ? bodyKey : basic;
        String source = null;
        for (Key key : keys) {
            // Every key is compared in full, so that the time taken tells nothing.
            if (presented != null && key.equalTo(presented)) {
                source = key.source();
            }
        }
        if (source == null) {
            throw refused(
                    "a known write key is needed, as user name of Basic authorization or as writeKey in the body");
        }
        return source;
    }

    private static @Nullable String basicUser(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            return new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0];
        } catch (IllegalArgumentException noBase64) {
            throw refused("the Authorization header is not Basic in Base64");
        }
    }

    private static CollectFailure refused(String message) {
        return new CollectFailure(CollectFailure.Reason.INVALID_WRITE_KEY, "writeKey", message);
    }
}
