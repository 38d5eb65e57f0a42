package io.clientele.profile.card;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.VisitFacts;

/** How a customer visits. */
@Description("How a customer visits; days are business days.")
public record CustomerVisits(
        @Nullable @Description("The earliest event of any kind, an import of traits included.")
        Instant firstSeen,

        @Nullable @Description("The latest event of any kind.")
        Instant lastSeen,

        @Nullable @Description("The earliest event of a visit.")
        Instant firstVisit,

        @Nullable @Description("The latest event of a visit.")
        Instant lastVisit,

        @Nullable Instant lastLogin,

        @Nullable @Description("Days since the last visit; null without visits.")
        Long awayDays,

        @Nullable @Description("Days since the last login or, without any, since the last visit.")
        Long silentDays,

        @Description("Sessions ever, and days with events outside of sessions; 1024 means that or more.")
        long visits,

        @Description("Those of the visits that are sessions.")
        long sessions,

        @Description("Visits of the last days that the service is set to, 3 unless told.")
        long recentVisits,

        @Description("Days with an event of the customer, of the last 3650.")
        long daysActive,

        @Description("Time on pages, of the last 3650 days, in milliseconds.")
        long dwellMs,

        @Description("Of the last days that the service is set to, in milliseconds.")
        long recentDwellMs,

        @Description("Of as many days before these, in milliseconds.")
        long previousDwellMs) {

    static CustomerVisits of(VisitFacts visits) {
        return new CustomerVisits(
                visits.firstSeen(),
                visits.lastSeen(),
                visits.firstVisit(),
                visits.lastVisit(),
                visits.lastLogin(),
                visits.awayDays(),
                visits.silentDays(),
                visits.visits(),
                visits.sessions(),
                visits.recentVisits(),
                visits.daysActive(),
                visits.dwellMs(),
                visits.recentDwellMs(),
                visits.previousDwellMs());
    }
}
