package io.clientele.system.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.clientele.system.ServiceStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Compares the contacts and coupons that are stored with those that should be.
 *
 * @param foretold see {@link Foretold#of}
 */
record CampaignOutcome(Crowd crowd, Map<String, Integer> foretold, CampaignTables tables, Search search) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So many differences tell enough. */
    private static final int MOST_TOLD = 20;

    /** Campaigns that have not enough for all, by what is added by those who enter. */
    private static final Map<TenCampaigns, String> RATIONED =
            Map.of(TenCampaigns.FIRST, "home", TenCampaigns.SCARCE, "sports");

    static CampaignOutcome of(Crowd crowd, ServiceStack stack) {
        return new CampaignOutcome(
                crowd,
                Foretold.of(crowd),
                new CampaignTables(new Tables(stack.campaignDatabase())),
                new Search(stack.elasticsearch().uri()));
    }

    /** How many contacts there should be. */
    int contacts() {
        return foretold.values().stream().reduce(0, Integer::sum)
                + RATIONED.values().stream()
                        .mapToInt(category -> Foretold.adding(crowd, category).size())
                        .sum();
    }

    /** Returns when all that was acknowledged is read, nobody waits, and as many contacts are there as there should be. */
    void awaitRest() {
        int contacts = contacts();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            assertThat(tables.positions()).isEqualTo(search.lastPositions());
            assertThat(tables.count()).isGreaterThanOrEqualTo(contacts);
            // Last, since the last contact may still be on its way to the index.
            assertThat(tables.unfinished()).isEmpty();
        });
    }

    /** Every customer has exactly the contacts that are foretold. */
    void verifyContacts() {
        Stream<String> stored = tables.contacts().stream()
                .filter(one -> RATIONED.keySet().stream()
                        .noneMatch(campaign -> campaign.id().equals(one.campaign())))
                .map(one -> Foretold.contact(
                        one.campaign(), one.customer(), Foretold.cause(one.campaign(), one.cause()), one.decision()));
        assertThat(differences(counts(stored), foretold)).isEmpty();
    }

    private static Map<String, Integer> counts(Stream<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts;
    }

    /** Some of the texts that do not come as often as they should, and how often they do. */
    private static List<String> differences(Map<String, Integer> found, Map<String, Integer> due) {
        return Stream.concat(found.keySet().stream(), due.keySet().stream())
                .distinct()
                .filter(text -> !found.getOrDefault(text, 0).equals(due.getOrDefault(text, 0)))
                .limit(MOST_TOLD)
                .map(text -> found.getOrDefault(text, 0) + " instead of " + due.getOrDefault(text, 0) + " of " + text)
                .toList();
    }

    /** Everybody who enters is decided about once; as many get a coupon as there are, and as many a message as can be paid. */
    void verifyRationed() {
        verifyRationed(TenCampaigns.SCARCE, "SUPPRESSED OUT_OF_STOCK a", TenCampaigns.STOCK);
        verifyRationed(TenCampaigns.FIRST, "SUPPRESSED OUT_OF_BUDGET", TenCampaigns.AFFORDABLE);
    }

    private void verifyRationed(TenCampaigns campaign, String refused, int most) {
        List<CampaignTables.Contact> contacts = tables.contacts().stream()
                .filter(one -> one.campaign().equals(campaign.id()))
                .toList();
        Stream<String> customers = contacts.stream().map(CampaignTables.Contact::customer);
        Stream<String> entering = Foretold.adding(crowd, Objects.requireNonNull(RATIONED.get(campaign))).stream();
        assertThat(differences(counts(customers), counts(entering)))
                .as("customers of %s", campaign.id())
                .isEmpty();
        assertThat(contacts.stream()
                        .filter(one ->
                                !expected(campaign, one.customer(), refused).contains(one.decision()))
                        .limit(MOST_TOLD))
                .as("decisions of %s", campaign.id())
                .isEmpty();
        assertThat(contacts.stream().filter(CampaignTables.Contact::sent).count())
                .as("sent by %s", campaign.id())
                .isEqualTo(most);
    }

    private static Set<String> expected(TenCampaigns campaign, String customer, String refused) {
        return Foretold.heldOut(customer)
                ? Set.of(Foretold.HELD_OUT, refused)
                : Set.of("SENT " + Foretold.variant(campaign, customer), refused);
    }

    /** Whoever is sent a benefit has its coupon and nobody else has one; benefits and campaigns count what there is. */
    void verifyCoupons() {
        List<String> withBenefit =
                List.of(TenCampaigns.LIMITED.id(), TenCampaigns.SCARCE.id(), TenCampaigns.GOLDEN.id());
        assertThat(tables.contacts().stream()
                        .filter(one -> (one.coupon() != null) != (one.sent() && withBenefit.contains(one.campaign())))
                        .limit(MOST_TOLD))
                .isEmpty();
        assertThat(tables.strayCoupons().stream().limit(MOST_TOLD)).isEmpty();
        assertThat(tables.tallies()).hasSize(withBenefit.size()).isEqualTo(tables.counted());
        assertThat(tables.spending()).allSatisfy(one -> {
            assertThat(one.total()).as("spent by %s", one.campaign()).isEqualTo(one.contacts());
            assertThat(one.days()).as("spent by %s on all days", one.campaign()).isEqualTo(one.contacts());
        });
    }

    /**
     * Each coupon that was used is, once and for the order that it was used for first.
     *
     * @param coupons those that were used
     */
    void verifyUsed(Set<String> coupons) {
        Stream<String> due = coupons.stream().map(coupon -> coupon + " " + CampaignTables.order(coupon));
        assertThat(coupons).isNotEmpty();
        assertThat(differences(counts(tables.redemptions().stream()), counts(due)))
                .isEmpty();
    }

    /** Each message came under one key, which is its contact's, and the same each time. */
    void verifyMessages(Map<String, Set<String>> bodiesByKey) {
        Stream<String> sent = tables.contacts().stream()
                .filter(one -> one.campaign().equals(TenCampaigns.EACH.id()) && one.sent())
                .map(CampaignTables.Contact::id);
        assertThat(differences(counts(bodiesByKey.keySet().stream()), counts(sent)))
                .as("messages by key")
                .isEmpty();
        assertThat(bodiesByKey.entrySet().stream()
                        .filter(one -> one.getValue().size() > 1)
                        .limit(MOST_TOLD))
                .as("keys of several messages")
                .isEmpty();
    }

    /** Every contact has its document, which tells what became of it. */
    void verifyIndex() {
        List<String> documents = new ArrayList<>();
        search.each(
                "contacts",
                "contact_id",
                "{\"match_all\":{}}",
                hit -> documents.add(Stream.of("contact_id", "decision", "reason", "status", "coupon_state")
                        .map(field -> hit.at("/_source/" + field).asText())
                        .collect(Collectors.joining(" "))));
        assertThat(differences(counts(documents.stream()), counts(tables.documents().stream())))
                .as("documents")
                .isEmpty();
    }
}
