package io.clientele.campaign.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What addresses are known again by after they are erased. */
final class AddressHash {

    private AddressHash() {}

    /** Of a kind of address, a colon and the address. */
    static byte[] of(String address) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** Of a customer who is reached through webhooks, under one of its ids. */
    static byte[] ofCustomer(String id) {
        return of("customer:" + id);
    }
}
