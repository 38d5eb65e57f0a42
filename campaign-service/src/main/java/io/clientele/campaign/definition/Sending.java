package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * Whether anything is sent at all.
 *
 * @param change the number of the last change of any campaign or of this switch
 * @param stopped whether the switch that stops everything is thrown
 */
@Description("Whether anything is sent at all.")
public record Sending(
        @Ignore long change,

        @Description("Whether everything is stopped: nobody is contacted and nothing delivered until it is lifted.")
        boolean stopped) {}
