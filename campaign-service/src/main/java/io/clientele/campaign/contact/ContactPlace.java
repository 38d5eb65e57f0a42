package io.clientele.campaign.contact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.clientele.edge.page.PageRefusal;

/** Where a contact stands in a list of the newest first, as opaque text. */
record ContactPlace(Instant at, String id) {

    /** Microseconds that PostgreSQL can tell as a time, and an id that it can have. */
    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,17}):([^\\x00]+)");

    static ContactPlace of(StoredContact contact) {
        return new ContactPlace(contact.decidedAt(), contact.id());
    }

    String cursor() {
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, at) + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that a cursor names.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_CURSOR}
     */
    static ContactPlace read(String cursor) {
        Matcher parts = FORM.matcher(text(cursor));
        if (!parts.matches()) {
            throw new PageRefusal.InvalidCursor("after").exception();
        }
        return new ContactPlace(Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), parts.group(2));
    }

    private static String text(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            RuntimeException refusal = new PageRefusal.InvalidCursor("after").exception();
            refusal.addSuppressed(notOurs);
            throw refusal;
        }
    }
}
