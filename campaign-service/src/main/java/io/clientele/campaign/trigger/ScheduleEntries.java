package io.clientele.campaign.trigger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

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

    /** An entry for each member, due when its clock shows the occurrence's time. */
    Uni<List<Entry>> of(StoredCampaign campaign, OnSchedule schedule, Occurrence occurrence, Members members) {
        return zones(schedule, members)
                .map(known -> members.customers().stream()
                        .map(customer -> entry(campaign, schedule, occurrence, customer, known))
                        .toList());
    }

    private Uni<Map<String, ContactCard>> zones(OnSchedule schedule, Members members) {
        return schedule.zone() == ScheduleZone.SHOP || members.customers().isEmpty()
                ? Uni.createFrom().item(Map.of())
                : cards.load(members.customers());
    }

    private Entry entry(
            StoredCampaign campaign,
            OnSchedule schedule,
            Occurrence occurrence,
            String customer,
            Map<String, ContactCard> known) {
        Instant due = occurrence.due(schedule, shop, zone(known.get(customer)));
        return new Entry(
                campaign.id(),
                customer,
                occurrence.cause(),
                occurrence.begins(schedule, shop),
                due.plus(campaign.definition().delay()),
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
