package io.clientele.funnel.funnel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.clientele.edge.page.PageRefusal;

/**
 * A place in a list of a funnel's customers, opaque to clients.
 *
 * @param hash of the customer there
 * @param total how many customers there were when the list's first page was asked for
 */
record CustomerPlace(long hash, long total) {

    private static final int LONGEST = 100;
    private static final Pattern TEXT = Pattern.compile("f1\\.(-?\\d{1,19})\\.(\\d{1,18})");

    /**
     * Reads a cursor.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_CURSOR}
     */
    static CustomerPlace of(String field, String cursor) {
        Matcher matcher = TEXT.matcher(cursor.length() > LONGEST ? "" : decoded(field, cursor));
        if (!matcher.matches()) {
            throw invalid(field);
        }
        try {
            return new CustomerPlace(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        } catch (NumberFormatException tooLarge) {
            throw because(invalid(field), tooLarge);
        }
    }

    private static String decoded(String field, String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException notBase64) {
            throw because(invalid(field), notBase64);
        }
    }

    private static RuntimeException invalid(String field) {
        return new PageRefusal.InvalidCursor(field).exception();
    }

    private static RuntimeException because(RuntimeException refusal, RuntimeException cause) {
        refusal.addSuppressed(cause);
        return refusal;
    }

    /** The cursor of this place. */
    String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("f1." + hash + "." + total).getBytes(StandardCharsets.US_ASCII));
    }
}
