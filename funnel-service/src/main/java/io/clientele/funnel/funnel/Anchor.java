package io.clientele.funnel.funnel;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Which first step an attempt may start from. */
@Enum("FunnelAnchor")
@Description("Which first step an attempt may start from.")
public enum Anchor {
    @Description("Any: a later first step may start a fresh attempt, and the best attempt counts.")
    ANY("any"),

    @Description("Only the first one ever; it counts if it lies in the range. Later steps are strictly later.")
    FIRST_EVER("first_ever");

    private final String wireName;

    Anchor(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
