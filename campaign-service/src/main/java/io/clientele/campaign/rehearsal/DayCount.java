package io.clientele.campaign.rehearsal;

import java.time.LocalDate;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How many contacts a day has. */
@Description("How many contacts a day has.")
public record DayCount(
        @NonNull @Description("The day where the customers are.")
        LocalDate day,

        @Description("Days without any are left out.") int contacts) {}
