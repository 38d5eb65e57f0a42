package io.clientele.campaign.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.audience.Segments.Known;
import io.clientele.campaign.definition.CampaignCheck;
import io.clientele.campaign.definition.CampaignDefinition;
import io.clientele.campaign.definition.CampaignProblem;
import io.clientele.campaign.definition.Trigger;
import io.smallrye.mutiny.Uni;

/** Whether the segments that a campaign names exist, and somebody is in its audience. */
@ApplicationScoped
class AudienceCheck implements CampaignCheck {

    private final Segments segments;

    AudienceCheck(Segments segments) {
        this.segments = segments;
    }

    @Override
    public Uni<List<CampaignProblem>> check(CampaignDefinition definition, Moment moment) {
        return definition.segments().isEmpty()
                ? Uni.createFrom().item(List.of())
                : segments.exist(definition.segments()).map(known -> problems(definition, moment, known));
    }

    private static List<CampaignProblem> problems(
            CampaignDefinition definition, Moment moment, Map<String, Known> known) {
        List<CampaignProblem> problems = new ArrayList<>();
        for (String segment : definition.segments()) {
            // A campaign's own segment is made when it is stored.
            if (!known.containsKey(segment) && !segment.equals("campaign-" + definition.id())) {
                problems.add(new CampaignProblem(
                        "UNKNOWN_SEGMENT", field(definition, segment), "No segment has the id " + segment + "."));
            }
        }
        definition
                .audience()
                .segment()
                .map(known::get)
                .filter(audience -> moment == Moment.LAUNCH && staysEmpty(definition, audience))
                .ifPresent(empty -> problems.add(new CampaignProblem(
                        "EMPTY_AUDIENCE", "input.audience.segment", "Nobody is a member of the audience's segment.")));
        return problems;
    }

    /** Whoever fills a condition's segment later can still be contacted by what is not a single date. */
    private static boolean staysEmpty(CampaignDefinition definition, Known audience) {
        return audience.members() == 0 && (audience.manual() || definition.trigger() instanceof Trigger.OnSchedule);
    }

    private static String field(CampaignDefinition definition, String segment) {
        if (definition.audience().segment().filter(segment::equals).isPresent()) {
            return "input.audience.segment";
        }
        if (definition.audience().except().contains(segment)) {
            return "input.audience.except";
        }
        return switch (definition.trigger()) {
            case Trigger.OnSegmentExit _ -> "input.trigger.segmentLeft";
            case Trigger.OnSegmentEntry _, Trigger.OnEvent _, Trigger.OnSchedule _, Trigger.OnInactivity _ ->
                "input.trigger.segmentEntered";
        };
    }
}
