package io.clientele.campaign.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import io.clientele.campaign.definition.CampaignDefinition;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger.OnSchedule;

/** By which occurrences of its schedule a campaign enrols: since its launch, between its dates, and not too long ago. */
final class Timetable {

    private final CampaignDefinition definition;
    private final OnSchedule schedule;
    private final ZoneId shop;
    private final Duration mostLate;

    /** From when somebody may enter. */
    private final Instant since;

    /** Whether the first occurrence is whenever the campaign begins. */
    private final boolean beginsItself;

    /**
     * Of a campaign's schedule.
     *
     * @param open with a first time or without
     * @param mostLate how long after it was due a customer may still enter
     */
    Timetable(StoredCampaign campaign, OnSchedule open, Instant launch, ZoneId shop, Duration mostLate) {
        this.definition = campaign.definition();
        this.shop = shop;
        this.mostLate = mostLate;
        this.since = later(launch, definition.startsAt().orElse(launch));
        this.beginsItself = open.first().isEmpty();
        this.schedule = open.launchedAt(since.atZone(shop).toLocalDateTime());
    }

    OnSchedule schedule() {
        return schedule;
    }

    Occurrence occurrence(int number) {
        return Occurrence.of(schedule, number);
    }

    /** The first occurrence that somebody may enter by; one that is over if there is none. */
    Occurrence first() {
        return beginsItself ? occurrence(0) : Occurrence.notOver(schedule, since, shop);
    }

    /** The first occurrence that begins at an instant or later; empty if there is none. */
    Optional<Occurrence> upcoming(Instant now) {
        Occurrence next = Occurrence.from(schedule, now, shop);
        return begins(next).isBefore(now) ? Optional.empty() : open(next.number(), now);
    }

    /** The occurrence of this number, or the first after it that somebody may still enter by; empty if there is none. */
    Optional<Occurrence> open(int number, Instant now) {
        Occurrence noted = occurrence(number);
        Instant earliest = earliest(noted, now);
        if (!noted.ends(schedule, shop).isBefore(earliest)) {
            return Optional.of(noted);
        }
        Occurrence next = Occurrence.notOver(schedule, earliest, shop);
        return next.number() > number ? Optional.of(next) : Optional.empty();
    }

    /** The occurrence after one; empty if there is none. */
    Optional<Occurrence> after(Occurrence occurrence) {
        int next = occurrence.number() + 1;
        return Occurrence.exists(schedule, next) ? Optional.of(occurrence(next)) : Optional.empty();
    }

    /** When it is time to enrol by an occurrence. */
    Instant begins(Occurrence occurrence) {
        Instant begins = occurrence.begins(schedule, shop);
        return later(begins, definition.startsAt().orElse(begins));
    }

    /** Whether an occurrence begins when the campaign has ended already. */
    boolean ended(Occurrence occurrence) {
        return !beforeEnd(begins(occurrence));
    }

    /** Whether a customer may enter by an occurrence who is due at an instant. */
    boolean enrols(Occurrence occurrence, Instant due, Instant now) {
        return !due.isBefore(earliest(occurrence, now)) && beforeEnd(due);
    }

    private boolean beforeEnd(Instant instant) {
        return definition.endsAt().map(instant::isBefore).orElse(true);
    }

    /** From when somebody may be due. If the campaign begins the schedule, some clocks are past its time by then. */
    private Instant earliest(Occurrence occurrence, Instant now) {
        Instant late = now.minus(mostLate);
        return beginsItself && occurrence.number() == 0 ? late : later(since, late);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
