package io.clientele.campaign.definition;

import io.clientele.contract.condition.SegmentCondition;
import io.smallrye.mutiny.Uni;

/** Makes segments of campaigns' own conditions. */
public interface AudienceSegments {

    /**
     * Defines a segment, or defines it anew.
     *
     * @return fails with a {@link io.clientele.edge.CodedException} if it is refused
     */
    Uni<Void> define(String id, String name, SegmentCondition condition);
}
