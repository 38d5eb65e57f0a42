package io.clientele.campaign.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.DoubleFunction;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.campaign.decision.DecisionRehearsal;
import io.clientele.campaign.definition.EventMatch;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger;
import io.clientele.campaign.trigger.Entry;
import io.clientele.campaign.trigger.PastMembers;
import io.clientele.campaign.trigger.PastTriggers;
import io.clientele.contract.event.Event;
import io.smallrye.mutiny.Uni;

/** Goes through the time of one dry run, from its beginning to its end. */
final class Rehearsal {

    /** Events that are read before it is decided about those who are due by then. */
    private static final int STRIDE = 2_000;

    /** Of its event, that one of the most entries may keep on average: a kilobyte in any script. */
    private static final int CHARACTERS = 512;

    private final StoredCampaign campaign;
    private final PastEvents.Wanted wanted;
    private final PastEvents events;
    private final PastMembers members;
    private final DecisionRehearsal decisions;
    private final PastTriggers triggers;
    private final Queue<PastMembers.Beginning> beginnings;
    private final int mostEntries;
    private final List<Event> read = new ArrayList<>();
    private int entered;
    private double reached;

    /**
     * Begins one.
     *
     * @param campaign as if it was launched at the first instant
     * @param mostEntries how many members may enter; so many kilobytes may be kept of events whose customers wait
     */
    Rehearsal(
            StoredCampaign campaign,
            PastEvents.Wanted wanted,
            PastEvents events,
            PastMembers members,
            DecisionRehearsal decisions,
            int mostEntries) {
        this.campaign = campaign;
        this.wanted = wanted;
        this.events = events;
        this.members = members;
        this.decisions = decisions;
        this.triggers = new PastTriggers(campaign);
        this.beginnings = new ArrayDeque<>(members.beginnings(campaign, wanted.from(), wanted.to()));
        this.mostEntries = mostEntries;
    }

    /** More members would enter than one rehearsal lets in, or what is kept of their events is too much. */
    static final class TooManyEntries extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyEntries() {
            super("too many would wait, or with too much", null, false, false);
        }
    }

    /**
     * Goes through it.
     *
     * @param goOn is told how far it is, 0 to 1, now and then; its failure ends everything
     */
    Uni<Void> run(DoubleFunction<Uni<Void>> goOn) {
        Uni<Void> all = wanted.names().isEmpty() ? Uni.createFrom().voidItem() : throughEvents(goOn);
        return all.chain(() -> throughTime(wanted.to(), goOn));
    }

    private Uni<Void> throughEvents(DoubleFunction<Uni<Void>> goOn) {
        Place place = new Place();
        return Uni.createFrom()
                .deferred(() -> events.page(wanted, place.after))
                .chain(page -> {
                    place.after = page.after();
                    read.addAll(page.events());
                    Uni<Void> done = read.size() >= STRIDE
                            ? throughTime(read.getLast().times().timestamp(), goOn)
                            : Uni.createFrom().voidItem();
                    return done.replaceWith(page.after() != null);
                })
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static final class Place {
        private @Nullable JsonNode after;
    }

    /** Goes on to an instant: members that enter by then do, events enrol and halt, and who is due is decided about. */
    private Uni<Void> throughTime(Instant end, DoubleFunction<Uni<Void>> goOn) {
        return beginAll(end, goOn)
                .invoke(() -> {
                    List<Event> now = List.copyOf(read);
                    PastTriggers.Found found = triggers.read(now);
                    read.clear();
                    found.halts().forEach(halt -> decisions.halt(halt.customer(), halt.at()));
                    signs(now)
                            .forEach(event -> decisions.halt(
                                    event.customer().value(), event.times().timestamp()));
                    enrol(found.entries());
                    enrol(triggers.silent(end));
                    if (triggers.held() + decisions.held() > (long) mostEntries * CHARACTERS) {
                        throw new TooManyEntries();
                    }
                })
                .chain(() -> decisions.until(end, () -> goOn.apply(reached)))
                .invoke(() -> reached = progress(end))
                .chain(() -> goOn.apply(reached));
    }

    /** Those events that break a silence which the campaign waits for. */
    private List<Event> signs(List<Event> among) {
        return campaign.definition().trigger() instanceof Trigger.OnInactivity(EventMatch after, var _)
                ? among.stream().filter(after::matches).toList()
                : List.of();
    }

    private void enrol(List<Entry> entries) {
        entries.forEach(
                entry -> decisions.enrol(entry.customer(), entry.cause(), entry.at(), entry.due(), entry.event()));
    }

    private double progress(Instant at) {
        Duration all = Duration.between(wanted.from(), wanted.to());
        return Math.clamp((double) Duration.between(wanted.from(), at).toMillis() / all.toMillis(), 0, 1);
    }

    private Uni<Void> beginAll(Instant end, DoubleFunction<Uni<Void>> goOn) {
        Uni<Void> all = Uni.createFrom().voidItem();
        while (!beginnings.isEmpty() && beginnings.peek().at().isBefore(end)) {
            PastMembers.Beginning next = beginnings.remove();
            all = all.chain(() -> begin(next, goOn));
        }
        return all;
    }

    private Uni<Void> begin(PastMembers.Beginning beginning, DoubleFunction<Uni<Void>> goOn) {
        MembersPlace place = new MembersPlace();
        return Uni.createFrom()
                .deferred(() -> members.entries(campaign, wanted.from(), beginning, place.after.orElse(null)))
                .map(page -> {
                    place.after = page.after();
                    entered += page.entries().size();
                    if (entered > mostEntries) {
                        throw new TooManyEntries();
                    }
                    enrol(triggers.admit(page.entries()));
                    return page.after().isPresent();
                })
                .call(() -> goOn.apply(reached))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static final class MembersPlace {
        private Optional<String> after = Optional.empty();
    }
}
