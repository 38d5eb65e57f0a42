package io.clientele.campaign.trigger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.audience.ContactCards;
import io.clientele.campaign.audience.Segments.Members;
import io.clientele.campaign.definition.ScheduleZone;
import io.clientele.campaign.definition.ShopConfig;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger.OnSchedule;
import io.smallrye.mutiny.Uni;

/** Makes entries of the members of a campaign's audience when its date comes. */
@ApplicationScoped
class ScheduleEntries {

    private final ContactCards cards;
    private final ZoneId shop;

    ScheduleEntries(ContactCards cards, ShopConfig shop) {
        this.cards = cards;
        this.shop = shop.zone();
    }

    /**
     * Entries of members, due when their clocks show the occurrence's time.
     *
     * @param enrols whether those may enter whose clocks show it at an instant
     */
    Uni<List<Entry>> of(
            StoredCampaign campaign,
            OnSchedule schedule,
            Occurrence occurrence,
            Members members,
            Predicate<Instant> enrols) {
        return zones(schedule, members)
                .map(known -> members.customers().stream()
                        .map(customer -> new Shown(customer, occurrence.due(schedule, shop, zone(known.get(customer)))))
                        .filter(shown -> enrols.test(shown.at()))
                        .map(shown -> entry(campaign, occurrence.begins(schedule, shop), occurrence.cause(), shown))
                        .toList());
    }

    /** When a customer's clock shows the occurrence's time. */
    private record Shown(String customer, Instant at) {}

    private Uni<Map<String, ContactCard>> zones(OnSchedule schedule, Members members) {
        return schedule.zone() == ScheduleZone.SHOP || members.customers().isEmpty()
                ? Uni.createFrom().item(Map.of())
                : cards.load(members.customers());
    }

    private static Entry entry(StoredCampaign campaign, Instant begins, String cause, Shown shown) {
        return new Entry(
                campaign.id(),
                shown.customer(),
                cause,
                begins,
                shown.at().plus(campaign.definition().delay()),
                null);
    }

    private ZoneId zone(@Nullable ContactCard card) {
        String name = card == null ? null : card.traits().get("timezone");
        try {
            return name == null ? shop : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return shop;
        }
    }
}
