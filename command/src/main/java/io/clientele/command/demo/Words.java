package io.clientele.command.demo;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** How values of an answer read in a terminal. Times are UTC, since the answers' are. */
final class Words {
    private static final String MILLIS = "_ms";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** {@code 1,234.50 CNY}. */
    static String money(JsonNode amount) {
        return String.format(
                Locale.ROOT,
                "%,.2f %s",
                amount.path("amount").decimalValue(),
                amount.path("currency").asText());
    }

    /** {@code 2026-03-01 12:00}; a dash for none. */
    static String minute(JsonNode instant) {
        return instant.isTextual() ? MINUTE.format(Instant.parse(instant.asText())) : "-";
    }

    /** {@code 2026-03-01}; a dash for none. */
    static String day(JsonNode instant) {
        return instant.isTextual() ? minute(instant).substring(0, "yyyy-MM-dd".length()) : "-";
    }

    /** {@code 2 h 5 min}, from half a minute on rounded. */
    static String duration(JsonNode millis) {
        long minutes = Duration.ofMillis(millis.asLong() + 30_000).toMinutes();
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** An enum's value or a field's name, {@code at risk high value}. */
    static String plain(JsonNode name) {
        return name.asText().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code 1 order}, {@code 2 orders}. */
    static String count(JsonNode number, String one) {
        long count = number.asLong();
        return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, one);
    }

    /** What an answer rests on: {@code cart products 3, cart value 451}. */
    static String evidence(JsonNode evidence) {
        List<String> facts = new ArrayList<>();
        for (JsonNode each : evidence) {
            JsonNode value = each.path("value");
            String fact = each.path("fact").asText();
            facts.add(
                    fact.endsWith(MILLIS)
                            ? spaced(fact.substring(0, fact.length() - MILLIS.length())) + " " + duration(value)
                            : spaced(fact) + " " + number(value));
        }
        return String.join(", ", facts);
    }

    /** The texts of a list, those that are null left out. */
    static String join(String separator, JsonNode texts) {
        List<String> present = new ArrayList<>();
        texts.forEach(text -> {
            if (text.isTextual()) {
                present.add(text.asText());
            }
        });
        return String.join(separator, present);
    }

    private static String spaced(String name) {
        return name.replace('_', ' ');
    }

    private static String number(JsonNode value) {
        return String.format(Locale.ROOT, "%,f", value.decimalValue().setScale(2, RoundingMode.HALF_UP))
                .replaceFirst("\\.?0+$", "");
    }
}
