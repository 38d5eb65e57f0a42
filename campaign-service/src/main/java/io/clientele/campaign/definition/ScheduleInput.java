package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** A schedule, as a client writes it. */
@Input("ScheduleInput")
@Description("A schedule, as a client writes it.")
public record ScheduleInput(
        @Nullable
        @Description(
                "The first time, a local date and time such as 2026-12-01T20:00; when it is launched if not given.")
        String at,

        @Nullable @DefaultValue("ONCE") Recurrence every,

        @Nullable @DefaultValue("CUSTOMER") ScheduleZone zone) {}
