package io.clientele.campaign.benefit;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The codes of coupons: 80 random bits in Crockford's base 32, shown in groups of four ({@code 7K3M-9Q2X-D0RT-AB4E}). However
 * somebody types one, with small letters, with blanks or none, with O for 0 or I for 1, it is compared as the same.
 */
final class CouponCode {

    /** Looks like a code, as codes are compared, and can be none: neither a random one nor a marketer's has a star. */
    static final String SAMPLE = "TEST************";

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final Pattern OWN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{2,30}[A-Za-z0-9]");
    private static final Pattern APART = Pattern.compile("[\\s-]+");

    private CouponCode() {}

    /** A new code as codes are compared: five bits of every character. */
    static String random(SecureRandom source) {
        byte[] bits = new byte[LENGTH];
        source.nextBytes(bits);
        StringBuilder code = new StringBuilder(LENGTH);
        for (byte five : bits) {
            code.append(ALPHABET.charAt(five & 31));
        }
        return code.toString();
    }

    /** A code as codes are compared; of what is no code at all, something that no code is. */
    static String compared(String typed) {
        return APART.matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** A random code as customers see it. */
    static String shown(String compared) {
        List<String> groups = new ArrayList<>();
        for (int from = 0; from < compared.length(); from += GROUP) {
            groups.add(compared.substring(from, Math.min(from + GROUP, compared.length())));
        }
        return String.join("-", groups);
    }

    /** Whether a marketer may give a benefit this code: 4 to 32 letters and digits, with blanks and hyphens between them. */
    static boolean isPublic(String code) {
        return OWN.matcher(code).matches();
    }
}
