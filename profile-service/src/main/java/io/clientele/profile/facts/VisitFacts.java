package io.clientele.profile.facts;

import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * How the customer visits.
 *
 * @param firstSeen the earliest event of any kind, an import of traits included
 * @param lastSeen the latest event of any kind
 * @param firstVisit the earliest event of a visit
 * @param lastVisit the latest event of a visit
 * @param awayDays business days since {@code lastVisit}; null without visits
 * @param lastLogin the latest login
 * @param silentDays business days since the last login or, without any, since the last visit; null if there was neither
 * @param visits sessions ever, and days with events that belong to no session; 1,024 means that or more
 * @param sessions those of the visits that are sessions
 * @param recentVisits those of the last {@code visitDays}
 * @param closestVisits the most visits within any {@code visitDays} in a row
 * @param daysActive business days with an event of the customer, of the last 3,650
 * @param dwellMs time on pages, of the last 3,650 days, in milliseconds
 * @param recentDwellMs of the last {@code dwellDays}
 * @param previousDwellMs of as many days before these
 */
public record VisitFacts(
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        @Nullable Instant firstVisit,
        @Nullable Instant lastVisit,
        @Nullable Long awayDays,
        @Nullable Instant lastLogin,
        @Nullable Long silentDays,
        long visits,
        long sessions,
        long recentVisits,
        long closestVisits,
        long daysActive,
        long dwellMs,
        long recentDwellMs,
        long previousDwellMs) {

    static VisitFacts of(Ledger ledger, BusinessDay today, FactsRules rules) {
        LedgerDraft parts = ledger.parts();
        int[] visitDays = Arrays.stream(parts.visits.instants())
                .mapToInt(today::dayOf)
                .sorted()
                .toArray();
        Instant lastLogin = lastLogin(ledger, rules);
        Instant lastVisit = ledger.lastVisit();
        Instant lastSign = lastLogin == null ? lastVisit : lastLogin;
        int day = today.number();
        int dwellFrom = day - rules.dwellDays() + 1;
        return new VisitFacts(
                ledger.firstSeen(),
                ledger.lastSeen(),
                ledger.firstVisit(),
                lastVisit,
                lastVisit == null ? null : today.since(lastVisit),
                lastLogin,
                lastSign == null ? null : today.since(lastSign),
                visitDays.length,
                parts.visits.sessions(),
                Arrays.stream(visitDays)
                        .filter(visit -> visit > day - rules.visitDays())
                        .count(),
                closest(visitDays, rules.visitDays()),
                parts.days.size(),
                parts.days.dwell(Integer.MIN_VALUE, Integer.MAX_VALUE),
                parts.days.dwell(dwellFrom, Integer.MAX_VALUE),
                parts.days.dwell(dwellFrom - rules.dwellDays(), dwellFrom - 1));
    }

    private static @Nullable Instant lastLogin(Ledger ledger, FactsRules rules) {
        Instant latest = null;
        for (String login : rules.logins()) {
            Instant last = ledger.last(login);
            if (last != null && (latest == null || last.isAfter(latest))) {
                latest = last;
            }
        }
        return latest;
    }

    /** The most of these ascending days within so many in a row. */
    private static long closest(int[] days, int within) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < days.length; to++) {
            while (days[to] - days[from] >= within) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }
}
