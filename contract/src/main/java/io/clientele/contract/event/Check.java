package io.clientele.contract.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.InvalidEvent.Code;

/** The checks that the event's records share. Each returns its argument, so that constructors read as assignments. */
final class Check {
    /** Three bytes of UTF-8 a char at most: 24,576 bytes stay below Lucene's limit of 32,766 for a term. */
    static final int MAX_TEXT = 8_192;

    static final int MAX_KEYWORD = 1_024;
    static final int MAX_ID = 256;
    static final int MAX_MESSAGE_ID_BYTES = 256;

    private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private Check() {}

    /** A text of up to {@value #MAX_KEYWORD} chars; an empty one counts as absent. */
    static @Nullable String keyword(String field, @Nullable String value) {
        return text(field, value, MAX_KEYWORD);
    }

    /** A text of up to {@value #MAX_ID} chars; an empty one counts as absent. */
    static @Nullable String id(String field, @Nullable String value) {
        return text(field, value, MAX_ID);
    }

    static @Nullable String text(String field, @Nullable String value, int limit) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > limit) {
            throw new InvalidEventException(Code.TOO_LONG, field, "is longer than " + limit + " characters");
        }
        faithful(field, value);
        return value;
    }

    static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new InvalidEventException(Code.MISSING_FIELD, field, "is missing");
        }
        return value;
    }

    static String messageId(String value) {
        String id = required("message_id", text("message_id", value, MAX_MESSAGE_ID_BYTES));
        if (id.getBytes(StandardCharsets.UTF_8).length > MAX_MESSAGE_ID_BYTES) {
            throw new InvalidEventException(
                    Code.TOO_LONG, "message_id", "is longer than " + MAX_MESSAGE_ID_BYTES + " bytes");
        }
        return id;
    }

    /** Refuses what UTF-8 or Lucene could not give back as it came. */
    static void faithful(String field, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw new InvalidEventException(Code.INVALID_TEXT, field, "holds the character U+0000");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1));
                if (!pair) {
                    throw new InvalidEventException(Code.INVALID_TEXT, field, "holds an unpaired surrogate");
                }
                i++;
            }
        }
    }

    static @Nullable Long range(String field, @Nullable Long value, long least, long most) {
        if (value != null && (value < least || value > most)) {
            throw new InvalidEventException(Code.OUT_OF_RANGE, field, "is not between " + least + " and " + most);
        }
        return value;
    }

    /** An instant from 1970 to 9999, cut to the millisecond, which is what the index keeps. */
    static Instant instant(String field, Instant value) {
        if (value.getEpochSecond() < 0 || value.getEpochSecond() > LATEST / 1000) {
            throw new InvalidEventException(Code.OUT_OF_RANGE, field, "is not between the years 1970 and 9999");
        }
        return Instant.ofEpochMilli(value.toEpochMilli());
    }

    /** Three capital letters, as ISO 4217 has them; whether such a currency exists is not asked. */
    static String currency(String field, String value) {
        boolean letters = value.length() == 3;
        for (int i = 0; letters && i < 3; i++) {
            letters = value.charAt(i) >= 'A' && value.charAt(i) <= 'Z';
        }
        if (!letters) {
            throw new InvalidEventException(Code.INVALID_VALUE, field, "is not a currency of three capital letters");
        }
        return value;
    }
}
