package io.clientele.profile.tag;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.profile.counter.ActiveCounters;

/** Computes the tags of a customer; pure. */
public final class TagRules {

    private final Map<String, SegmentCondition> rules = new LinkedHashMap<>();
    private final Set<String> frozen = new TreeSet<>();

    /**
     * The rules of these tags; those without one are passed over.
     *
     * @param counters what of them cannot be decided yet stays as it is
     */
    public TagRules(Collection<TagDefinition> tags, ActiveCounters counters) {
        for (TagDefinition tag : tags) {
            SegmentCondition rule = tag.rule();
            if (rule != null && counters.missing(rule).isEmpty()) {
                rules.put(tag.id(), rule);
            } else if (rule != null) {
                frozen.add(tag.id());
            }
        }
    }

    /**
     * The customer with all its tags, sorted.
     *
     * @param customer with composite tags only
     * @param manual ids of its manual tags
     * @param before the tags that it had at its last evaluation
     */
    public CustomerView tagged(CustomerView customer, Set<String> manual, Set<String> before, LocalDate today) {
        Set<String> tags = new TreeSet<>(manual);
        customer.values(CustomerField.TAGS).forEach(tag -> tags.add(text(tag)));
        CustomerView asked = with(customer, tags);
        rules.forEach((tag, rule) -> {
            if (rule.matches(asked, today)) {
                tags.add(tag);
            }
        });
        before.stream().filter(frozen::contains).forEach(tags::add);
        return with(customer, tags);
    }

    /** When time alone could give or take a tag. */
    public Optional<LocalDate> nextChange(CustomerView tagged, LocalDate today) {
        return rules.values().stream()
                .map(rule -> rule.nextChange(tagged, today))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** The tags that a condition compares with, but for beginnings of tags. */
    public static Set<String> asked(SegmentCondition condition) {
        Set<String> asked = new TreeSet<>();
        for (Condition leaf : condition.leaves()) {
            if (leaf instanceof CustomerProperty property && property.field() == CustomerField.TAGS) {
                property.values().forEach(value -> asked.add(text(value)));
            }
        }
        return asked;
    }

    /** The ids of a customer's tags. */
    public static Set<String> tags(CustomerView customer) {
        Set<String> tags = new TreeSet<>();
        customer.values(CustomerField.TAGS).forEach(tag -> tags.add(text(tag)));
        return tags;
    }

    private static CustomerView with(CustomerView customer, Set<String> tags) {
        return customer.with(
                CustomerField.TAGS, tags.stream().<FieldValue>map(Text::new).toList());
    }

    private static String text(FieldValue tag) {
        return switch (tag) {
            case Text(String text) -> text;
            case FieldValue.Whole _ -> throw new IllegalStateException("tags are texts");
        };
    }
}
