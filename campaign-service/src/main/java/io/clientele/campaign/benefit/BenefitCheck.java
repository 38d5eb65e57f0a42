package io.clientele.campaign.benefit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.definition.CampaignCheck;
import io.clientele.campaign.definition.CampaignDefinition;
import io.clientele.campaign.definition.CampaignProblem;
import io.clientele.campaign.definition.Variant;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;

/** Whether the benefits that a campaign gives exist, and can be given. */
@ApplicationScoped
class BenefitCheck implements CampaignCheck {

    private final Database database;
    private final Clock clock;

    BenefitCheck(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Uni<List<CampaignProblem>> check(CampaignDefinition definition, Moment moment) {
        List<String> ids = definition.variants().stream()
                .flatMap(variant -> variant.benefit().stream())
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.onConnection(connection -> BenefitStore.find(connection, ids))
                        .map(found -> problems(definition, found));
    }

    private List<CampaignProblem> problems(CampaignDefinition definition, List<StoredBenefit> found) {
        Map<String, StoredBenefit> byId = new HashMap<>();
        found.forEach(benefit -> byId.put(benefit.id(), benefit));
        List<CampaignProblem> problems = new ArrayList<>();
        for (int i = 0; i < definition.variants().size(); i++) {
            Variant variant = definition.variants().get(i);
            if (variant.benefit().isPresent()) {
                problem(
                                definition,
                                Optional.ofNullable(byId.get(variant.benefit().get())),
                                i)
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private Optional<CampaignProblem> problem(
            CampaignDefinition definition, Optional<StoredBenefit> benefit, int variant) {
        String field = "input.variants[" + variant + "].benefit";
        if (benefit.isEmpty()) {
            return Optional.of(new CampaignProblem("UNKNOWN_BENEFIT", field, "No benefit has this id."));
        }
        if (benefit.get().validity().isOver(clock.instant())) {
            return Optional.of(new CampaignProblem("BENEFIT_ENDED", field, "The benefit's time is over."));
        }
        if (definition.budget().isPresent() && !benefit.get().terms().currency().equals(definition.currency())) {
            return Optional.of(new CampaignProblem(
                    "CURRENCY_MISMATCH", field, "The benefit is not in the currency of the campaign's budget."));
        }
        return definition.budget().isPresent() && benefit.get().terms().most().isEmpty()
                ? Optional.of(new CampaignProblem(
                        "UNBOUNDED_DISCOUNT",
                        field,
                        "The benefit has no greatest discount, so that a budget cannot hold it."))
                : Optional.empty();
    }
}
