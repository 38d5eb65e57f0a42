package io.clientele.edge.funnel;

import org.eclipse.microprofile.graphql.Description;

/** Which of those who reached a step are meant. */
@Description("Which of those who reached a step are meant.")
public enum FunnelOutcome {
    @Description("Those who did not reach the next step.")
    DROPPED,

    @Description("All of them, those who went further included.")
    CONVERTED
}
