package io.clientele.profile.segment;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.edge.page.PageInfo;

/** A page of the members of a segment. */
@Description("A page of the members of a segment, in the order of their ids.")
public record SegmentMemberConnection(
        @NonNull List<@NonNull SegmentMemberEdge> edges,
        @NonNull PageInfo pageInfo,

        @Description("Members in all; exact, of the index as it is.")
        long totalCount) {}
