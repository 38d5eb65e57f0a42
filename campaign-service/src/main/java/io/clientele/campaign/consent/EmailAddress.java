package io.clientele.campaign.consent;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that can stand in a mail's envelope and headers as it is: what RFC 5321 calls a mailbox with a dot-string
 * and a domain, in ASCII, which leaves no room for another header, a comment or a quoted string.
 */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    /** The address that a text holds, blanks around it aside; empty if it holds none. */
    public static Optional<EmailAddress> of(String text) {
        String stripped = text.strip();
        boolean fits = stripped.length() <= LONGEST && stripped.indexOf('@') <= LONGEST_LOCAL_PART;
        return fits && FORM.matcher(stripped).matches() ? Optional.of(new EmailAddress(stripped)) : Optional.empty();
    }

    /** What the address is known again by: SHA-256 of it in small letters, in which mail servers see no other address. */
    byte[] hash() {
        return AddressHash.of("email:" + text.toLowerCase(Locale.ROOT));
    }

    /** The domain alone: addresses are personal data, which does not belong in logs. */
    @Override
    public String toString() {
        return "EmailAddress[…" + text.substring(text.indexOf('@')) + "]";
    }
}
