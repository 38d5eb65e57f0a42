package io.clientele.campaign.trigger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.audience.Segments;
import io.clientele.campaign.audience.Segments.Members;
import io.clientele.campaign.definition.ShopConfig;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger;
import io.clientele.campaign.definition.Trigger.OnSchedule;
import io.smallrye.mutiny.Uni;

/**
 * Tells whom a campaign would have enrolled by its schedule, or by a segment. Who was a member in the past is not kept: they
 * are the members of today.
 */
@ApplicationScoped
public class PastMembers {

    private static final int PAGE = 1_000;

    private final Segments segments;
    private final ScheduleEntries entries;
    private final ShopConfig shop;

    PastMembers(Segments segments, ScheduleEntries entries, ShopConfig shop) {
        this.segments = segments;
        this.entries = entries;
        this.shop = shop;
    }

    /**
     * A time at which a segment's members enter.
     *
     * @param number of the schedule's occurrence
     */
    public record Beginning(Instant at, int number) {}

    /**
     * Some of those who enter.
     *
     * @param after where the next page begins; absent on the last one
     */
    public record Page(List<Entry> entries, Optional<String> after) {}

    /** When members would have entered, the first time first; at the beginning of all where a segment is entered. */
    public List<Beginning> beginnings(StoredCampaign campaign, Instant from, Instant to) {
        return switch (campaign.definition().trigger()) {
            case OnSchedule open -> occurrences(fixed(open, from), from, to);
            case Trigger.OnSegmentEntry _ -> List.of(new Beginning(from, 0));
            case Trigger.OnSegmentExit _, Trigger.OnEvent _, Trigger.OnInactivity _ -> List.of();
        };
    }

    private List<Beginning> occurrences(OnSchedule schedule, Instant from, Instant to) {
        List<Beginning> beginnings = new ArrayList<>();
        int number = Occurrence.from(schedule, from, shop.zone()).number();
        while (Occurrence.exists(schedule, number)) {
            Instant at = Occurrence.of(schedule, number).begins(schedule, shop.zone());
            if (!at.isBefore(to)) {
                break;
            }
            if (!at.isBefore(from)) {
                beginnings.add(new Beginning(at, number));
            }
            number++;
        }
        return beginnings;
    }

    private OnSchedule fixed(OnSchedule schedule, Instant from) {
        return schedule.launchedAt(from.atZone(shop.zone()).toLocalDateTime());
    }

    /** Some who enter, in the order of their ids; see {@link PastTriggers#admit}. */
    public Uni<Page> entries(StoredCampaign campaign, Instant from, Beginning beginning, @Nullable String after) {
        return switch (campaign.definition().trigger()) {
            case OnSchedule open -> {
                OnSchedule schedule = fixed(open, from);
                yield segments.members(
                                campaign.definition().audience().segment().orElseThrow(), after, PAGE)
                        .chain(members -> entries.of(
                                        campaign,
                                        schedule,
                                        Occurrence.of(schedule, beginning.number()),
                                        members,
                                        _ -> true)
                                .map(found -> new Page(found, members.after())));
            }
            case Trigger.OnSegmentEntry(String segment) ->
                segments.members(segment, after, PAGE)
                        .map(members -> new Page(entered(campaign, beginning, members), members.after()));
            case Trigger.OnSegmentExit _, Trigger.OnEvent _, Trigger.OnInactivity _ ->
                throw new IllegalStateException("it has no members that enter");
        };
    }

    private static List<Entry> entered(StoredCampaign campaign, Beginning beginning, Members members) {
        return members.customers().stream()
                .map(customer -> new Entry(
                        campaign.id(),
                        customer,
                        "member of today",
                        beginning.at(),
                        beginning.at().plus(campaign.definition().delay()),
                        null))
                .toList();
    }
}
