package io.clientele.campaign.policy.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.clientele.campaign.definition.Channel;

/** Tells whether a customer was contacted as often as may be. */
final class Caps {

    private Caps() {}

    /** See {@link ContactPolicy#reached}. */
    static Optional<Cap> reached(List<Cap> caps, Channel channel, LocalDate today, Collection<PastContact> past) {
        return caps.stream()
                .filter(cap -> cap.counts(channel) && count(cap, today, past) >= cap.most())
                .findFirst();
    }

    /** A contact of a later day, as one that a journey to the west leaves behind has, is in no period of today but counts. */
    private static long count(Cap cap, LocalDate today, Collection<PastContact> past) {
        LocalDate start = cap.period().start(today);
        return past.stream()
                .filter(contact ->
                        cap.counts(contact.channel()) && !contact.day().isBefore(start))
                .count();
    }
}
