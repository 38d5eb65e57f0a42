package io.clientele.campaign.decision;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.audience.ContactCards;
import io.clientele.campaign.benefit.CouponRehearsal;
import io.clientele.campaign.benefit.Coupons;
import io.clientele.campaign.consent.Consents;
import io.clientele.campaign.definition.ShopConfig;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.policy.rules.CapPeriod;
import io.clientele.campaign.policy.setting.ContactPolicies;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;

/**
 * Begins rehearsals of decisions. Customers' cards, what they consent to, the policy and the benefits are those of today: how
 * they were is not kept.
 */
@ApplicationScoped
public class DecisionRehearsals {

    private final Database database;
    private final ContactCards cards;
    private final Consents consents;
    private final ContactPolicies policies;
    private final Coupons coupons;
    private final Outcome outcome;
    private final ShopConfig shop;
    private final DecisionConfig config;

    DecisionRehearsals(
            Database database,
            ContactCards cards,
            Consents consents,
            ContactPolicies policies,
            Coupons coupons,
            Outcome outcome,
            ShopConfig shop,
            DecisionConfig config) {
        this.database = database;
        this.cards = cards;
        this.consents = consents;
        this.policies = policies;
        this.coupons = coupons;
        this.outcome = outcome;
        this.shop = shop;
        this.config = config;
    }

    /** Begins one, for a campaign as if it ran. */
    public Uni<DecisionRehearsal> begin(StoredCampaign campaign) {
        Set<String> benefits = benefits(campaign);
        return database.onConnection(connection -> policies.current(connection)
                .chain(inForce -> coupons.greatestCosts(connection, benefits)
                        .chain(most -> coupons.rehearse(connection, benefits)
                                .map(issuing -> new DecisionRehearsal.Rules(
                                        new Deciding.Rules(
                                                inForce.policy(), consents.policy(), shop.zone(), config.mostLate()),
                                        shop.zone(),
                                        most,
                                        issuing))))
                .map(rules -> new DecisionRehearsal(
                        campaign, rules, outcome, due -> window(campaign, due, rules.coupons()))));
    }

    private static Set<String> benefits(StoredCampaign campaign) {
        Set<String> benefits = new HashSet<>();
        campaign.definition().variants().forEach(variant -> variant.benefit().ifPresent(benefits::add));
        return benefits;
    }

    private Uni<RehearsalWindow> window(StoredCampaign campaign, List<Due> due, CouponRehearsal issuing) {
        Set<String> asked = new HashSet<>();
        due.forEach(one -> asked.add(one.customer()));
        LocalDate first = due.getFirst().dueAt().atZone(ZoneOffset.ofHours(-12)).toLocalDate();
        return cards.load(asked).chain(found -> {
            Map<String, ContactCard> own = new HashMap<>();
            found.values().forEach(card -> own.put(card.id(), card));
            return database.onConnection(connection -> issuing.know(connection, benefits(campaign), ids(own))
                    .chain(() -> consents.load(
                            connection,
                            own.values().stream().map(Known::recipient).toList()))
                    .chain(permissions -> ContactWriting.madeByOthers(
                                    connection, campaign.id(), ids(own), CapPeriod.earliest(first))
                            .map(made -> new RehearsalWindow(asked, found, permissions, ofOwn(own, made)))));
        });
    }

    private static Set<String> ids(Map<String, ContactCard> own) {
        Set<String> ids = new HashSet<>(own.keySet());
        own.values().forEach(card -> ids.addAll(card.ids()));
        return ids;
    }

    private static Map<String, List<RehearsalLedger.Made>> ofOwn(
            Map<String, ContactCard> own, Map<String, List<RehearsalLedger.Made>> made) {
        Map<String, List<RehearsalLedger.Made>> ofOwn = new HashMap<>();
        own.forEach((id, card) -> {
            Set<String> ids = new HashSet<>(card.ids());
            ids.add(id);
            List<RehearsalLedger.Made> all = new ArrayList<>();
            ids.forEach(one -> all.addAll(made.getOrDefault(one, List.of())));
            ofOwn.put(id, all);
        });
        return ofOwn;
    }
}
