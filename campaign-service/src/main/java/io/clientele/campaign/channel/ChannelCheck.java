package io.clientele.campaign.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.definition.CampaignCheck;
import io.clientele.campaign.definition.CampaignDefinition;
import io.clientele.campaign.definition.CampaignProblem;
import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.definition.Variant;
import io.smallrye.mutiny.Uni;

/** Whether what a campaign's messages go through is there. */
@ApplicationScoped
class ChannelCheck implements CampaignCheck {

    private final Webhooks webhooks;
    private final EmailConfig email;

    ChannelCheck(Webhooks webhooks, EmailConfig email) {
        this.webhooks = webhooks;
        this.email = email;
    }

    @Override
    public Uni<List<CampaignProblem>> check(CampaignDefinition definition, Moment moment) {
        boolean webhook = definition.variants().stream().anyMatch(variant -> variant.channel() == Channel.WEBHOOK);
        Uni<Set<String>> known =
                webhook ? webhooks.takingMessages() : Uni.createFrom().item(Set.of());
        return known.map(ids -> problems(definition, moment, ids));
    }

    private List<CampaignProblem> problems(CampaignDefinition definition, Moment moment, Set<String> known) {
        List<CampaignProblem> problems = new ArrayList<>();
        for (int i = 0; i < definition.variants().size(); i++) {
            Variant variant = definition.variants().get(i);
            String field = "input.variants[" + i + "]";
            if (variant.webhook().isPresent()
                    && !known.contains(variant.webhook().get())) {
                problems.add(new CampaignProblem(
                        "UNKNOWN_WEBHOOK", field + ".webhook", "No webhook that takes messages has this id."));
            }
            if (variant.channel() == Channel.EMAIL
                    && moment == Moment.LAUNCH
                    && email.host().isEmpty()) {
                problems.add(new CampaignProblem(
                        "NO_MAIL_SERVER",
                        field + ".channel",
                        "No mail server is configured that e-mails could go by."));
            }
        }
        return problems;
    }
}
