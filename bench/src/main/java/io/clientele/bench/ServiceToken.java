package io.clientele.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The token of a service, as funnel-service's internal endpoints take it: a JWT, signed with HS256. */
final class ServiceToken {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String HMAC = "HmacSHA256";

    private ServiceToken() {}

    static String of(String service, String secret) {
        long now = Instant.now().getEpochSecond();
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + encoded("{\"sub\":\"%s\",\"aud\":\"clientele-services\",\"iat\":%d,\"exp\":%d}"
                        .formatted(service, now, now + LIFE.toSeconds())
                        .getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
