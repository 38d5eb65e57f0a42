package io.clientele.edge.page;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.smallrye.graphql.api.federation.Shareable;

/** Where a page lies in its list, as Relay has it. */
@Shareable
@Description("Where a page lies in its list.")
public record PageInfo(
        @Description("Whether there are edges after the page.")
        boolean hasNextPage,

        @Description("Whether there are edges before the page.")
        boolean hasPreviousPage,

        @Description("The cursor of the page's first edge.") @Nullable
        String startCursor,

        @Description("The cursor of the page's last edge.") @Nullable
        String endCursor) {}
