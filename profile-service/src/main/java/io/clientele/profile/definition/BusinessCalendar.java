package io.clientele.profile.definition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.profile.portrait.PortraitRules;

/** Which business day it is. */
@ApplicationScoped
public class BusinessCalendar {

    private final ZoneId zone;
    private final Clock clock;

    BusinessCalendar(PortraitRules rules, Clock clock) {
        this.zone = rules.facts().zone();
        this.clock = clock;
    }

    public LocalDate today() {
        return day(clock.instant());
    }

    /** The business day of an instant. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** When a business day begins. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
