package io.clientele.contract.condition;

import java.util.List;

/**
 * Why a condition holds for a customer or does not: the condition's tree with what was found at each leaf.
 *
 * @param holds whether it holds
 * @param actual of a comparison the customer's values as texts (of days how many ago), of a behaviour its one count, of a
 *     bucket the customer's one place; of a segment and of and, or, not nothing
 * @param parts the verdicts on the conditions that it joins, all of them, in their order
 */
public record Verdict(Condition condition, boolean holds, List<String> actual, List<Verdict> parts) {
    public Verdict {
        actual = List.copyOf(actual);
        parts = List.copyOf(parts);
    }

    static Verdict leaf(Condition condition, boolean holds, List<String> actual) {
        return new Verdict(condition, holds, actual, List.of());
    }

    static Verdict joined(Condition condition, boolean holds, List<Verdict> parts) {
        return new Verdict(condition, holds, List.of(), parts);
    }
}
