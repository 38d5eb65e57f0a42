package io.clientele.system.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.clientele.campaign.experiment.Arm;
import io.clientele.campaign.experiment.Experiment;
import io.clientele.campaign.experiment.Holdout;
import io.clientele.system.ServiceStack;

/**
 * The contacts that {@link TenCampaigns} come to, as plain loops over what a crowd does. Each is told as text, so that a
 * difference can be read; how often each text comes is what counts.
 */
final class Foretold {

    static final String HELD_OUT = "HELD_OUT";

    private static final String NO_CAUSE = "";

    private final List<Act> acts;
    private final Map<String, Integer> contacts = new TreeMap<>();

    private Foretold(Crowd crowd) {
        this.acts = crowd.acts();
    }

    /** Contacts and how many of each, but for those of campaigns that have not enough for all. */
    static Map<String, Integer> of(Crowd crowd) {
        Foretold foretold = new Foretold(crowd);
        foretold.added();
        foretold.unpaid();
        foretold.looked();
        foretold.watched();
        return foretold.contacts;
    }

    /** Whoever adds something of a category. */
    static Set<String> adding(Crowd crowd, String category) {
        Set<String> customers = new TreeSet<>();
        crowd.acts().stream()
                .filter(act -> act.is(Act.Kind.ADD) && act.category().equals(category))
                .forEach(act -> customers.add(act.customer()));
        return customers;
    }

    /** The variant that a customer gets of a campaign, or would get. */
    static String variant(TenCampaigns campaign, String customer) {
        return new Experiment(campaign.id(), 0, arms(campaign))
                .variant(customer)
                .orElseThrow();
    }

    private static List<Arm> arms(TenCampaigns campaign) {
        List<Arm> arms = new ArrayList<>();
        campaign.input()
                .path("variants")
                .forEach(variant -> arms.add(new Arm(
                        variant.path("name").asText(), variant.path("weight").asInt())));
        return arms;
    }

    /** A contact as text. */
    static String contact(String campaign, String customer, String cause, String decision) {
        return campaign + " " + customer + " " + cause + " " + decision;
    }

    static boolean heldOut(String customer) {
        return new Holdout("global-holdout", ServiceStack.HOLDOUT).holds(customer);
    }

    /** Whether a contact's cause can be foretold: of memberships and silences only that there is one. */
    static String cause(String campaign, String cause) {
        return List.of(TenCampaigns.ENTERED.id(), TenCampaigns.SILENT.id(), TenCampaigns.LIMITED.id())
                        .contains(campaign)
                ? NO_CAUSE
                : cause;
    }

    /** How it is told that a customer is contacted, is in the control group, or is contacted by no campaign. */
    private static String decision(TenCampaigns campaign, String customer) {
        if (heldOut(customer)) {
            return HELD_OUT;
        }
        boolean treated = new Experiment(campaign.id(), campaign.control(), arms(campaign))
                .variant(customer)
                .isPresent();
        return (treated ? "SENT " : "CONTROL ") + variant(campaign, customer);
    }

    private void added() {
        Map<String, Instant> last = new HashMap<>();
        for (Act act : acts(act -> act.is(Act.Kind.ADD))) {
            if (act.amount() >= 200) {
                decided(TenCampaigns.EACH, act);
            }
            Instant before = last.get(act.customer());
            if (before == null || !act.at().isBefore(before.plus(TenCampaigns.PAUSE))) {
                last.put(act.customer(), act.at());
                decided(TenCampaigns.AFTER, act);
            }
        }
    }

    private void unpaid() {
        Map<String, Instant> paid = new HashMap<>();
        Map<String, Instant> paidMuch = new HashMap<>();
        for (Act order : acts(act -> act.is(Act.Kind.ORDER))) {
            paid.put(order.customer(), order.at());
            if (order.amount() >= 200) {
                paidMuch.put(order.customer(), order.at());
            }
        }
        Set<String> entered = new HashSet<>();
        for (Act act : acts(act -> act.is(Act.Kind.CHECK_OUT))) {
            unless(TenCampaigns.UNPAID, act, paid);
            if (entered.add(act.customer())) {
                unless(TenCampaigns.UNPAID_ONCE, act, paidMuch);
            }
        }
    }

    private void unless(TenCampaigns campaign, Act act, Map<String, Instant> halts) {
        Instant halt = halts.get(act.customer());
        if (halt != null && halt.isAfter(act.at())) {
            add(campaign, act.customer(), act.message(), "SUPPRESSED UNTIL_MET");
        } else {
            decided(campaign, act);
        }
    }

    private void looked() {
        Map<String, Integer> looks = new HashMap<>();
        Map<String, Integer> beautiful = new HashMap<>();
        for (Act act : acts(act -> act.is(Act.Kind.VIEW))) {
            if (looks.merge(act.customer(), 1, Integer::sum) == 3) {
                add(TenCampaigns.ENTERED, act.customer(), NO_CAUSE, decision(TenCampaigns.ENTERED, act.customer()));
            }
            if (act.category().equals("beauty")) {
                int count = beautiful.merge(act.customer(), 1, Integer::sum);
                String decision = decision(TenCampaigns.LIMITED, act.customer());
                boolean refused = decision.startsWith("SENT") && count > TenCampaigns.LIMIT;
                add(TenCampaigns.LIMITED, act.customer(), NO_CAUSE, refused ? "SUPPRESSED CUSTOMER_LIMIT a" : decision);
            }
        }
        looks.keySet()
                .forEach(customer ->
                        add(TenCampaigns.SILENT, customer, NO_CAUSE, decision(TenCampaigns.SILENT, customer)));
    }

    private void watched() {
        for (Act act : acts(act -> act.is(Act.Kind.WATCH))) {
            if (Crowd.gold(act.customer())) {
                decided(TenCampaigns.GOLDEN, act);
            } else {
                add(TenCampaigns.GOLDEN, act.customer(), act.message(), "SUPPRESSED NOT_IN_AUDIENCE");
            }
        }
    }

    private List<Act> acts(Predicate<Act> which) {
        return acts.stream().filter(which).toList();
    }

    private void decided(TenCampaigns campaign, Act act) {
        add(campaign, act.customer(), act.message(), decision(campaign, act.customer()));
    }

    private void add(TenCampaigns campaign, String customer, String cause, String decision) {
        contacts.merge(contact(campaign.id(), customer, cause, decision), 1, Integer::sum);
    }
}
