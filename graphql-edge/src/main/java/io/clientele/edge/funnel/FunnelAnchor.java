package io.clientele.edge.funnel;

import org.eclipse.microprofile.graphql.Description;

/** Which first step an attempt may start from. */
@Description("Which first step an attempt may start from.")
public enum FunnelAnchor {
    @Description("Any: a later first step may start a fresh attempt, and the best attempt counts.")
    ANY,

    @Description("Only the first one ever; it counts if it lies in the range. Later steps are strictly later.")
    FIRST_EVER
}
