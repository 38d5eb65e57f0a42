package io.clientele.campaign.definition;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** Finds what is wrong with a campaign that its own text does not show. Every feature that a campaign names things of has one. */
public interface CampaignCheck {

    /** When a campaign is checked. */
    enum Moment {
        /** It is stored, and may still be worked on. */
        SAVE,
        /** It is about to contact customers. */
        LAUNCH
    }

    /** The problems, none if all is well; fails if what would have to be asked gives no answer. */
    Uni<List<CampaignProblem>> check(CampaignDefinition definition, Moment moment);
}
