package io.clientele.campaign.definition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.CodedException;
import io.clientele.edge.text.Texts;

/** Gathers what is wrong with an input, instead of stopping at the first fault. */
final class Problems {

    private static final int DECIMALS = 6;

    /** Of an amount in millionths that sums of many still fit a long. */
    private static final BigDecimal LARGEST_AMOUNT = BigDecimal.valueOf(1_000_000_000_000L);

    private final List<CampaignProblem> found = new ArrayList<>();

    List<CampaignProblem> found() {
        return List.copyOf(found);
    }

    void add(String code, String field, String message) {
        found.add(new CampaignProblem(code, field, message));
    }

    void unless(boolean fine, String code, String field, String message) {
        if (!fine) {
            add(code, field, message);
        }
    }

    /** What a reading gives, or empty if it is refused, which is noted. */
    <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (CodedException refused) {
            String field = refused.field();
            add(refused.code(), field == null ? "input" : field, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /** An id of ours; the text itself where it is none, which is noted. */
    String id(String field, String text) {
        return read(() -> Texts.id(field, text)).orElse(text);
    }

    String text(String field, String text, int longest) {
        return read(() -> Texts.check(field, text, longest)).orElse(text);
    }

    /** A duration of at least {@code least} and at most {@code most}; {@code least} where it is none, which is noted. */
    Duration duration(String field, String text, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(text);
            unless(
                    duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0,
                    "OUT_OF_RANGE",
                    field,
                    field + " is from " + least + " to " + most + ".");
            return duration;
        } catch (DateTimeException unreadable) {
            add("INVALID_VALUE", field, field + " is a duration as in ISO-8601, such as PT30M or P7D.");
            return least;
        }
    }

    /** An amount in millionths, 0 or more. */
    long amount(String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            return 0;
        }
        if (amount.signum() < 0) {
            add("NEGATIVE_AMOUNT", field, field + " is money that is spent, 0 or more.");
            return 0;
        }
        if (amount.compareTo(LARGEST_AMOUNT) > 0 || amount.stripTrailingZeros().scale() > DECIMALS) {
            add("OUT_OF_RANGE", field, field + " is at most " + LARGEST_AMOUNT + ", with six decimals at most.");
            return 0;
        }
        return amount.movePointRight(DECIMALS).longValueExact();
    }
}
