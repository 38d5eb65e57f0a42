package io.clientele.campaign.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that a webhook and its receiver share, and the signature of Standard Webhooks that it makes. */
final class SigningSecret {

    /** What the text of a secret begins with. */
    static final String PREFIX = "whsec_";

    private static final int BYTES = 32;
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    SigningSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static SigningSecret fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As receivers are given it: {@code whsec_} and base64. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** {@code v1,} and the base64 of HMAC-SHA256 over id, timestamp (seconds since 1970) and body, with dots between. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }

    /** Whether one of the signatures in a header, with blanks between, is that of this secret. */
    boolean signed(String signatures, String id, long timestamp, byte[] body) {
        byte[] own = sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String signature : signatures.split(" ", 20)) {
            found |= MessageDigest.isEqual(own, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
