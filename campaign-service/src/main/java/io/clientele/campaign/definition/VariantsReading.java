package io.clientele.campaign.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads the forms of a campaign's message. */
final class VariantsReading {

    private static final int MOST_VARIANTS = 20;
    private static final int LARGEST_WEIGHT = 1_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_LINK = 2_000;

    private final List<VariantInput> inputs;
    private final Problems problems;
    private final Set<String> names = new HashSet<>();

    VariantsReading(List<VariantInput> inputs, Problems problems) {
        this.inputs = inputs;
        this.problems = problems;
    }

    List<Variant> read() {
        problems.unless(
                !inputs.isEmpty() && inputs.size() <= MOST_VARIANTS,
                "OUT_OF_RANGE",
                "input.variants",
                "A campaign has 1 to " + MOST_VARIANTS + " variants.");
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < Math.min(inputs.size(), MOST_VARIANTS); i++) {
            variants.add(variant("input.variants[" + i + "]", inputs.get(i)));
        }
        return variants;
    }

    private Variant variant(String field, VariantInput input) {
        String name = problems.id(field + ".name", input.name());
        problems.unless(names.add(name), "DUPLICATE", field + ".name", "Another variant has this name.");
        int weight = input.weight() == null ? 1 : input.weight();
        problems.unless(
                weight >= 1 && weight <= LARGEST_WEIGHT,
                "OUT_OF_RANGE",
                field + ".weight",
                "A weight is from 1 to " + LARGEST_WEIGHT + ".");
        channel(field, input);
        return new Variant(
                name,
                weight,
                input.channel(),
                Optional.ofNullable(input.webhook()),
                text(field + ".subject", input.subject(), LONGEST_SUBJECT),
                problems.text(field + ".body", input.body(), LONGEST_BODY),
                text(field + ".link", input.link(), LONGEST_LINK),
                Optional.ofNullable(input.benefit()),
                problems.amount(field + ".cost", input.cost()));
    }

    private void channel(String field, VariantInput input) {
        boolean webhook = input.channel() == Channel.WEBHOOK;
        problems.unless(
                webhook == (input.webhook() != null),
                "MISSING_FIELD",
                field + ".webhook",
                "The channel WEBHOOK, and no other, names a webhook.");
        problems.unless(
                input.channel() != Channel.EMAIL || input.subject() != null,
                "MISSING_FIELD",
                field + ".subject",
                "An e-mail has a subject.");
    }

    private Optional<String> text(String field, @Nullable String text, int longest) {
        return Optional.ofNullable(text).map(given -> problems.text(field, given, longest));
    }
}
