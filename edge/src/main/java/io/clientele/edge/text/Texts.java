package io.clientele.edge.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Checks of texts that clients give. */
public final class Texts {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    private Texts() {}

    /**
     * A text of 1 to so many characters, which UTF-8 gives back and PostgreSQL can hold.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_VALUE}
     */
    public static String check(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new TextRefusal.InvalidText(field, "must have 1 to " + longest + " characters").exception();
        }
        if (text.indexOf(0) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new TextRefusal.InvalidText(field, "holds characters that no text can have").exception();
        }
        return text;
    }

    /**
     * An id that a marketer gives a tag or a segment: up to 64 of {@code a-z 0-9 _ -}, beginning with a letter or digit.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_VALUE}
     */
    public static String id(String field, String text) {
        if (!ID.matcher(text).matches()) {
            throw new TextRefusal.InvalidText(
                            field, "must have 1 to 64 characters of a-z, 0-9, _ and -, not beginning with _ or -")
                    .exception();
        }
        return text;
    }
}
