package io.clientele.profile.identity;

/**
 * Something by which two nodes are known to be one customer.
 *
 * @param kind what it is
 * @param value the value in its normal form, 1 to {@value #MAX_LENGTH} characters
 */
public record IdentityKey(KeyKind kind, String value) {

    /** Longer values identify nobody: they are no addresses, numbers or ids. */
    public static final int MAX_LENGTH = 256;

    public IdentityKey {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an identity key of " + value.length() + " characters");
        }
    }

    /** The kind only: the value is personal data, which does not belong in logs. */
    @Override
    public String toString() {
        return "IdentityKey[" + kind + "]";
    }
}
