package io.clientele.profile.portrait;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.value.SpendingPower;

/**
 * The tag region · category preference · spending power, such as {@code Shanghai · light-luxury apparel · high spend}.
 *
 * @param region where the customer lives
 * @param category what it prefers
 * @param spending never unknown
 */
public record CompositeTag(String region, String category, SpendingPower spending) {

    private static final String SEPARATOR = " · ";

    public CompositeTag {
        if (region.isEmpty() || category.isEmpty() || spending == SpendingPower.UNKNOWN) {
            throw new IllegalArgumentException("A composite tag has three known parts");
        }
    }

    /** The tag of a customer; empty as long as one of the three is not known. */
    public static Optional<CompositeTag> of(
            @Nullable String region, @Nullable String category, SpendingPower spending) {
        if (region == null || region.isEmpty() || category == null || category.isEmpty()) {
            return Optional.empty();
        }
        return spending == SpendingPower.UNKNOWN
                ? Optional.empty()
                : Optional.of(new CompositeTag(region, category, spending));
    }

    /** The tag as it is shown, stored and asked for. */
    public String text() {
        return region + SEPARATOR + category + SEPARATOR + spending.key() + " spend";
    }
}
