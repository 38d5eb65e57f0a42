package io.clientele.campaign.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import liqp.TemplateContext;

/** What the rendering of one message has cost, and what it missed. */
final class Work {

    /** The field that failures of rendering name: whoever renders knows which of its fields it was. */
    static final String FIELD = "template";

    /** Characters that go through filters while one message is rendered. */
    private static final long MOST = 5_000_000;

    private static final String COST = "clientele-cost";
    private static final String MISSING = "clientele-missing";

    private Work() {}

    /**
     * Takes note of work.
     *
     * @throws io.clientele.edge.CodedException {@code TEMPLATE_LOOPS} if it is too much for one message
     */
    static void add(TemplateContext context, long characters) {
        Map<String, Long> costs = context.getRegistry(COST);
        long cost = costs.merge(COST, characters, Long::sum);
        if (cost > MOST) {
            throw new TemplateFailure.Loops(FIELD, "does more work than one message may").exception();
        }
    }

    /** Takes note of a variable that was to be written and had no value. */
    static void miss(TemplateContext context, String variable) {
        Map<String, Boolean> missing = context.getRegistry(MISSING);
        missing.put(variable, true);
    }

    static Set<String> missing(TemplateContext context) {
        Map<String, Boolean> missing = context.getRegistry(MISSING);
        return new TreeSet<>(missing.keySet());
    }
}
