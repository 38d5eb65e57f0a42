package io.clientele.campaign.benefit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Coins;
import io.clientele.campaign.benefit.terms.FreeShipping;
import io.clientele.campaign.benefit.terms.Percent;
import io.clientele.campaign.benefit.terms.Stepped;
import io.clientele.campaign.benefit.terms.Terms;
import io.clientele.campaign.benefit.terms.Threshold;
import io.clientele.campaign.benefit.terms.Validity;
import io.clientele.campaign.money.Millionths;
import io.clientele.edge.text.TextRefusal;
import io.clientele.edge.text.Texts;

/** Reads benefits as clients write them. Whatever cannot be is refused with a code that names the field. */
final class BenefitReading {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_STEPS = 20;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int LARGEST_STOCK = 1_000_000_000;
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final DefineBenefitInput input;

    private BenefitReading(DefineBenefitInput input) {
        this.input = input;
    }

    /**
     * What a client wants.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_VALUE}, {@code STEPS_NOT_RISING}, {@code MAX_DISCOUNT_NEEDED}
     */
    static BenefitDefinition read(DefineBenefitInput input) {
        return new BenefitReading(input).definition();
    }

    private BenefitDefinition definition() {
        Texts.id("input.id", input.id());
        Texts.check("input.name", input.name(), LONGEST_NAME);
        if (!Coins.exist(input.currency())) {
            throw invalid("currency", "is no currency of ISO 4217");
        }
        Terms terms = terms();
        Long budget = input.budget() == null ? null : Millionths.of("input.budget", input.budget());
        if (budget != null && terms.most().isEmpty()) {
            throw new BenefitFailure.MaxDiscountNeeded("input.maxDiscount").exception();
        }
        return new BenefitDefinition(
                input.id(),
                input.name(),
                terms,
                input.stock() == null ? null : number("stock", input.stock(), 0, LARGEST_STOCK),
                budget,
                input.perCustomerLimit() == null
                        ? 1
                        : number("perCustomerLimit", input.perCustomerLimit(), 1, LARGEST_LIMIT),
                new Validity(validFor(input.validFor()), validUntil(input.validUntil())),
                code(input.code()));
    }

    private Terms terms() {
        refuse("off", input.off(), "THRESHOLD");
        refuse("percent", input.percent(), "PERCENT");
        refuse("maxDiscount", input.maxDiscount(), "PERCENT", "FREE_SHIPPING");
        refuse("minSpend", input.minSpend(), "THRESHOLD", "PERCENT", "FREE_SHIPPING");
        refuse("steps", input.steps(), "STEPPED");
        return switch (input.kind()) {
            case THRESHOLD ->
                new Threshold(
                        input.currency(), Millionths.positive("input.off", needed("off", input.off())), minSpend());
            case PERCENT ->
                new Percent(input.currency(), percent(needed("percent", input.percent())), maxDiscount(), minSpend());
            case STEPPED -> new Stepped(input.currency(), steps(needed("steps", input.steps())));
            case FREE_SHIPPING -> new FreeShipping(input.currency(), maxDiscount(), minSpend());
        };
    }

    private void refuse(String field, @Nullable Object given, String... kinds) {
        if (given != null && !List.of(kinds).contains(input.kind().name())) {
            throw invalid(field, "belongs to " + String.join(" and ", kinds) + " only");
        }
    }

    private static <T> T needed(String field, @Nullable T given) {
        if (given == null) {
            throw invalid(field, "is needed by a benefit of this kind");
        }
        return given;
    }

    private long minSpend() {
        return input.minSpend() == null ? 0 : Millionths.of("input.minSpend", input.minSpend());
    }

    private OptionalLong maxDiscount() {
        return input.maxDiscount() == null
                ? OptionalLong.empty()
                : OptionalLong.of(Millionths.positive("input.maxDiscount", input.maxDiscount()));
    }

    private static BigDecimal percent(BigDecimal percent) {
        boolean part = percent.signum() > 0 && percent.compareTo(Percent.HUNDRED) <= 0;
        if (!part || percent.stripTrailingZeros().scale() > Percent.DECIMALS) {
            throw invalid("percent", "must be over 0 and at most 100, with at most two decimals");
        }
        return percent;
    }

    private static List<Stepped.Step> steps(List<@Nullable BenefitStepInput> given) {
        if (given.isEmpty() || given.size() > MOST_STEPS) {
            throw invalid("steps", "must have 1 to " + MOST_STEPS + " steps");
        }
        List<Stepped.Step> steps = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "input.steps[" + i + "]";
            Stepped.Step step = step(field, given.get(i));
            if (!steps.isEmpty() && !steps.getLast().isBelow(step)) {
                throw new BenefitFailure.StepsNotRising(field).exception();
            }
            steps.add(step);
        }
        return steps;
    }

    private static Stepped.Step step(String field, @Nullable BenefitStepInput given) {
        if (given == null) {
            throw new TextRefusal.InvalidText(field, "must not be null").exception();
        }
        return new Stepped.Step(
                Millionths.of(field + ".minSpend", given.minSpend()), Millionths.positive(field + ".off", given.off()));
    }

    private static int number(String field, int given, int least, int most) {
        if (given < least || given > most) {
            throw invalid(field, "must be from " + least + " to " + most);
        }
        return given;
    }

    private static @Nullable Duration validFor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException noDuration) {
            RuntimeException refusal = invalid("validFor", "is no ISO 8601 duration in days and hours, such as P14D");
            refusal.addSuppressed(noDuration);
            throw refusal;
        }
        throw invalid("validFor", "must be more than nothing and at most " + LONGEST.toDays() + " days");
    }

    private static @Nullable Instant validUntil(@Nullable Instant end) {
        if (end != null && (end.isBefore(Instant.EPOCH) || end.isAfter(LATEST))) {
            throw invalid("validUntil", "must lie between the years 1970 and 9999");
        }
        return end;
    }

    private static @Nullable String code(@Nullable String code) {
        if (code != null && !CouponCode.isPublic(code)) {
            throw invalid("code", "must have 4 to 32 letters and digits, with blanks and hyphens between them");
        }
        return code;
    }

    private static RuntimeException invalid(String field, String reason) {
        return new TextRefusal.InvalidText("input." + field, reason).exception();
    }
}
