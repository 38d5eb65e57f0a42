package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Whether a customer may be enrolled again, as a client writes it; once only if neither is given. */
@Input("ReentryInput")
@Description("Whether a customer may be enrolled again, as a client writes it; once only if neither is given.")
public record ReentryInput(
        @Nullable @Description("Again, so long after the last time; ISO-8601 such as P30D.")
        String after,

        @Nullable @Description("Each time that the trigger fires.")
        Boolean always) {}
