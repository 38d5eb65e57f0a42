package io.clientele.profile.segment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.clientele.edge.rest.HttpRefusal;

/**
 * A place in the stream of memberships, opaque to its readers.
 *
 * @param history of which database it is a position
 * @param position of the last change that was read
 */
record MembershipCursor(String history, long position) {

    private static final Pattern TEXT = Pattern.compile("1\\.([0-9a-f-]{36})\\.(\\d{1,18})");

    /**
     * Reads a cursor.
     *
     * @throws HttpRefusal {@code INVALID_CURSOR}
     */
    static MembershipCursor of(String text) {
        Matcher matcher = TEXT.matcher(decoded(text));
        if (!matcher.matches()) {
            throw invalid();
        }
        return new MembershipCursor(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException notBase64) {
            HttpRefusal refusal = invalid();
            refusal.addSuppressed(notBase64);
            throw refusal;
        }
    }

    private static HttpRefusal invalid() {
        return new HttpRefusal(400, "INVALID_CURSOR", "cursor", "the text is no cursor of the stream of memberships");
    }

    String text() {
        byte[] bytes = ("1." + history + "." + position).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    MembershipCursor at(long later) {
        return new MembershipCursor(history, later);
    }
}
