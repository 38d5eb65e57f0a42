package io.clientele.profile.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of identity keys, each with the traits of an identify that bring it. */
public enum KeyKind {
    EMAIL,
    PHONE,
    /** The mini-program's id of a user. */
    OPEN_ID,
    /** The id of a user over all mini-programs of one owner. */
    UNION_ID;

    private static final int LEAST_PHONE_DIGITS = 5;

    /** The traits that bring such a key. */
    List<String> traits() {
        return switch (this) {
            case EMAIL -> List.of("email");
            case PHONE -> List.of("phone");
            case OPEN_ID -> List.of("open_id", "openId", "openid");
            case UNION_ID -> List.of("union_id", "unionId", "unionid");
        };
    }

    /**
     * The normal form of a value, by which two ways of writing one address or number are equal: e-mail addresses in lower
     * case, phone numbers as digits with a leading plus if one was given. Empty if the value can be no such key.
     */
    Optional<IdentityKey> key(String given) {
        String stripped = given.strip();
        String normal = switch (this) {
            case EMAIL -> stripped.indexOf('@') > 0 ? stripped.toLowerCase(Locale.ROOT) : "";
            case PHONE -> phone(stripped);
            case OPEN_ID, UNION_ID -> stripped;
        };
        return normal.isEmpty() || normal.length() > IdentityKey.MAX_LENGTH
                ? Optional.empty()
                : Optional.of(new IdentityKey(this, normal));
    }

    private static String phone(String given) {
        StringBuilder digits = new StringBuilder();
        given.chars().filter(c -> c >= '0' && c <= '9').forEach(digit -> digits.append((char) digit));
        if (digits.length() < LEAST_PHONE_DIGITS) {
            return "";
        }
        return given.startsWith("+") ? "+" + digits : digits.toString();
    }
}
