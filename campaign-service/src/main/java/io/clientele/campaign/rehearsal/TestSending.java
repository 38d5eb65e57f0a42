package io.clientele.campaign.rehearsal;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.audience.ContactCards;
import io.clientele.campaign.contact.Contact;
import io.clientele.campaign.contact.Contacts;
import io.clientele.campaign.decision.TestSend;
import io.clientele.campaign.decision.TestSendFailure;
import io.clientele.campaign.decision.TestSends;
import io.clientele.campaign.definition.CampaignFailure;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Variant;
import io.clientele.database.Mutations;
import io.clientele.edge.text.Texts;
import io.smallrye.mutiny.Uni;

/** Finds out what is to be sent to whom, and has it sent, once a key. */
@ApplicationScoped
class TestSending {

    private static final int LONGEST = 512;

    private final Mutations mutations;
    private final Campaigns campaigns;
    private final ContactCards cards;
    private final TestSends tests;
    private final Contacts contacts;

    TestSending(Mutations mutations, Campaigns campaigns, ContactCards cards, TestSends tests, Contacts contacts) {
        this.mutations = mutations;
        this.campaigns = campaigns;
        this.cards = cards;
        this.tests = tests;
        this.contacts = contacts;
    }

    /**
     * Sends a message; answers the contact as it stands, if it was sent before.
     *
     * @return fails with every problem for which the variant could not be launched, or with {@link TestSendFailure}
     */
    Uni<Contact> send(TestSendInput input) {
        Texts.check("input.campaign", input.campaign(), LONGEST);
        Texts.check("input.customer", input.customer(), LONGEST);
        return mutations
                .known(input.key())
                // Nobody is asked for what is not sent again; a key that is known stays known.
                .chain(known -> known
                        ? Uni.createFrom().item(Optional.<TestSend>empty())
                        : read(input).map(Optional::of))
                .chain(test -> mutations.once(
                        input.key(),
                        "sendTest",
                        arguments(input),
                        transaction -> tests.send(transaction, test.orElseThrow())))
                .chain(contacts::find)
                .map(Optional::orElseThrow);
    }

    private static List<String> arguments(TestSendInput input) {
        String variant = input.variant();
        return List.of(input.campaign(), input.customer(), variant == null ? "" : variant);
    }

    private Uni<TestSend> read(TestSendInput input) {
        return campaigns.find(input.campaign()).chain(found -> {
            StoredCampaign campaign =
                    found.orElseThrow(() -> new CampaignFailure.UnknownCampaign("input.campaign").exception());
            Variant variant = variant(campaign, input);
            return campaigns
                    .refuseUnfit(campaign, variant)
                    .chain(() -> card(input))
                    .map(card -> new TestSend(input.key(), campaign, variant, card));
        });
    }

    private static Variant variant(StoredCampaign campaign, TestSendInput input) {
        List<Variant> variants = campaign.definition().variants();
        String name = input.variant();
        return name == null
                ? variants.getFirst()
                : variants.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new TestSendFailure.UnknownVariant("input.variant").exception());
    }

    private Uni<ContactCard> card(TestSendInput input) {
        return cards.load(List.of(input.customer()))
                .map(found -> Optional.ofNullable(found.get(input.customer()))
                        .orElseThrow(() -> new TestSendFailure.UnknownCustomer("input.customer").exception()));
    }
}
