package io.clientele.campaign.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a receiver tells that a message is ours: docs/channels.md shows the same lines. */
final class WebhookVerification {

    private WebhookVerification() {}

    // sample
    static boolean isOurs(String secret, String id, String timestamp, String signatures, byte[] body)
            throws GeneralSecurityException {
        long age = Instant.now().getEpochSecond() - Long.parseLong(timestamp);
        if (Math.abs(age) > 300) {
            return false;
        }
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        byte[] own = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
        return List.of(signatures.split(" ")).stream()
                .anyMatch(given -> MessageDigest.isEqual(own, given.getBytes(StandardCharsets.UTF_8)));
    }
    // end of sample
}
