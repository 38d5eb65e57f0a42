package io.clientele.campaign.template;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.CampaignCheck;
import io.clientele.campaign.definition.CampaignDefinition;
import io.clientele.campaign.definition.CampaignProblem;
import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.definition.Trigger;
import io.clientele.campaign.definition.Variant;
import io.smallrye.mutiny.Uni;

/** Whether a campaign's messages can be written for everybody. */
@ApplicationScoped
class TemplateCheck implements CampaignCheck {

    private final Templates templates;

    TemplateCheck(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Uni<List<CampaignProblem>> check(CampaignDefinition definition, Moment moment) {
        boolean event = switch (definition.trigger()) {
            case Trigger.OnEvent _, Trigger.OnInactivity _ -> true;
            case Trigger.OnSegmentEntry _, Trigger.OnSegmentExit _, Trigger.OnSchedule _ -> false;
        };
        List<CampaignProblem> problems = new ArrayList<>();
        for (int i = 0; i < definition.variants().size(); i++) {
            Variant variant = definition.variants().get(i);
            String field = "input.variants[" + i + "].";
            Available available = new Available(variant.benefit().isPresent(), event);
            problems.addAll(check(field + "subject", variant.subject().orElse(null), TextFormat.PLAIN, available));
            problems.addAll(check(field + "body", variant.body(), format(variant), available));
            problems.addAll(check(field + "link", variant.link().orElse(null), TextFormat.PLAIN, available));
        }
        return Uni.createFrom().item(problems);
    }

    private static TextFormat format(Variant variant) {
        return variant.channel() == Channel.EMAIL ? TextFormat.HTML : TextFormat.PLAIN;
    }

    private List<CampaignProblem> check(String field, @Nullable String liquid, TextFormat format, Available available) {
        return liquid == null
                ? List.of()
                : templates.check(field, liquid, format, available).stream()
                        .map(failure -> new CampaignProblem(failure.code(), field, failure.message()))
                        .toList();
    }
}
