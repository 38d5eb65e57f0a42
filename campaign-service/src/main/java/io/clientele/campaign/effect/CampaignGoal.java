package io.clientele.campaign.effect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.Goal;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.contract.event.Event;

/**
 * What a campaign wants its customers to do.
 *
 * @param ended when the campaign ended, if it did: nobody is contacted any more, yet its goal can be reached for its time
 */
record CampaignGoal(String campaign, Goal goal, Optional<Instant> ended) {

    /** The goals of all campaigns that may have contacted somebody. */
    static List<CampaignGoal> of(Collection<StoredCampaign> campaigns) {
        List<CampaignGoal> goals = new ArrayList<>();
        for (StoredCampaign campaign : campaigns) {
            switch (campaign.state()) {
                case DRAFT -> {}
                case RUNNING, PAUSED, ENDED -> goals.add(of(campaign));
            }
        }
        return goals;
    }

    private static CampaignGoal of(StoredCampaign campaign) {
        return new CampaignGoal(
                campaign.id(),
                campaign.definition().goal(),
                campaign.state() == CampaignState.ENDED ? Optional.of(campaign.changedAt()) : Optional.empty());
    }

    boolean isReachedBy(Event event) {
        return goal.match().matches(event)
                && ended.map(end -> !event.times().timestamp().isAfter(end.plus(goal.within())))
                        .orElse(true);
    }
}
