package io.clientele.campaign.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The links by which recipients of messages unsubscribe: a contact's id, and a signature that only we can make. */
@Startup // a wrong secret stops the start, not the first message
@Singleton
public class UnsubscribeLinks {

    private static final int SECRET_BYTES = 32;
    private static final int SIGNATURE_BYTES = 16;
    private static final int LONGEST_TOKEN = 200;
    private static final String ALGORITHM = "HmacSHA256";

    private final String base;
    private final Optional<SecretKeySpec> key;

    UnsubscribeLinks(UnsubscribeConfig config) {
        String url = config.baseUrl().toString();
        this.base = (url.endsWith("/") ? url : url + "/") + "u/";
        this.key = config.secret().map(UnsubscribeLinks::key);
    }

    private static SecretKeySpec key(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SECRET_BYTES) {
            throw new ConfigurationException("clientele.unsubscribe.secret is too short: it needs at least "
                    + SECRET_BYTES + " bytes, as 'openssl rand -base64 32' gives them.");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The link of a contact; empty if {@code clientele.unsubscribe.secret} is not set. */
    public Optional<String> of(String contactId) {
        return key.map(secret -> base + contactId + "." + signature(secret, contactId));
    }

    /** The contact that a token was made for; empty if it was not made here. */
    Optional<String> contact(String token) {
        int dot = token.lastIndexOf('.');
        if (key.isEmpty() || dot < 1 || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        String contactId = token.substring(0, dot);
        byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        byte[] own = signature(key.get(), contactId).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(own, given) ? Optional.of(contactId) : Optional.empty();
    }

    private static String signature(SecretKeySpec key, String contactId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] whole = mac.doFinal(("unsubscribe:" + contactId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, SIGNATURE_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }
}
