package io.clientele.funnel.collect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** Who may send events: a write key stands for a source. */
@ApplicationScoped
class WriteKeys {

    private static final String BASIC = "basic ";

    private final Map<String, byte[]> keysBySource = new LinkedHashMap<>();

    WriteKeys(CollectConfig config) {
        config.writeKeys().orElse(List.of()).forEach(this::add);
    }

    private void add(String entry) {
        int colon = entry.indexOf(':');
        if (colon < 1 || colon == entry.length() - 1) {
            throw new IllegalArgumentException(
                    "clientele.collect.write-keys wants name:key, separated by commas; an entry has no name or no key");
        }
        keysBySource.put(
                entry.substring(0, colon).strip(),
                entry.substring(colon + 1).strip().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Finds the source of a request.
     *
     * @param authorization the header of that name; its Basic user name is the key, its password is ignored
     * @param bodyKey the body's {@code writeKey}, asked when there is no Basic authorization
     * @throws CollectFailure INVALID_WRITE_KEY if neither is a key that is known
     */
    String source(@Nullable String authorization, @Nullable String bodyKey) {
        String key = basicUser(authorization);
        byte[] presented = (key == null ? String.valueOf(bodyKey) : key).getBytes(StandardCharsets.UTF_8);
        String source = null;
        for (Map.Entry<String, byte[]> known : keysBySource.entrySet()) {
            // Every key is compared in full, so that the time taken tells nothing.
            if (MessageDigest.isEqual(known.getValue(), presented)) {
                source = known.getKey();
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
