package io.clientele.campaign.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A control group and variants.
 *
 * <p>What stays when an experiment changes: another control share moves customers between the control group and the
 * variants only, and whoever is in the control group stays there when the share grows. A variant that is added, or gains
 * weight, takes customers from the others and moves none between those; one that is removed, or loses weight, gives its
 * customers to the others. The order of the variants has no meaning; their names have.
 *
 * @param salt of this experiment, such as the campaign's id; experiments of other salts are independent
 * @param control the share that gets nothing, 0 to 0.9, in steps of 1/10,000
 * @param arms at least one, with different names
 */
public record Experiment(String salt, double control, List<Arm> arms) {

    private static final double MOST_CONTROL = 0.9;

    public Experiment {
        Shares.check("control", control, MOST_CONTROL);
        arms = List.copyOf(arms);
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("arms must not be empty");
        }
        Set<String> names = new HashSet<>();
        for (Arm arm : arms) {
            if (!names.add(arm.name())) {
                throw new IllegalArgumentException("arms must not have the same name twice: " + arm.name());
            }
        }
    }

    /** The name of the variant that a customer gets; empty of the control group. */
    public Optional<String> variant(String customerId) {
        return Assignment.bucket(salt + "/control", customerId) < Assignment.buckets(control)
                ? Optional.empty()
                : Optional.of(heaviest(customerId));
    }

    /**
     * Weighted rendezvous hashing: each variant draws an exponential time of its own rate, and the first wins (C. Schindelhauer
     * and G. Schomaker, "Weighted distributed hash tables", SPAA 2005, the logarithmic method). {@code StrictMath}, so that
     * every machine draws alike.
     */
    private String heaviest(String customerId) {
        Arm first = arms.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (Arm arm : arms) {
            double time = -StrictMath.log(Assignment.unit(salt + "/arm/" + arm.name(), customerId)) / arm.weight();
            // Equal times are as good as impossible; the name then decides, not the order.
            if (time < least || (time == least && arm.name().compareTo(first.name()) < 0)) {
                first = arm;
                least = time;
            }
        }
        return first.name();
    }
}
