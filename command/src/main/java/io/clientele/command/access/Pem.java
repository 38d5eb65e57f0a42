package io.clientele.command.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text form of keys that every tool reads. */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String encode(String label, byte[] bytes) {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, lines.encodeToString(bytes), label);
    }

    /** @throws IllegalArgumentException when what stands between the marks is not Base64 */
    static byte[] decode(String pem) {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(body);
    }
}
