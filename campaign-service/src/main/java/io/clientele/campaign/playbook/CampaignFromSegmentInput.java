package io.clientele.campaign.playbook;

import java.util.List;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A campaign for a segment, as a client writes it. */
@Input("CampaignFromSegmentInput")
@Description("A campaign for the members of a segment.")
public record CampaignFromSegmentInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Id String segment,

        @NonNull @Id @Description("Of the campaign, and of the benefit that is made for it.")
        String id,

        @NonNull @Description("For people, customers among them where it is a benefit's.")
        String name,

        @Nullable @Id @DefaultValue("segment-offer") @Description("What is made of the segment.")
        String playbook,

        @Nullable @Description("Values that differ from the usual ones.")
        List<@Nullable ParameterInput> parameters) {

    CampaignFromPlaybookInput asPlaybook() {
        return new CampaignFromPlaybookInput(
                key, playbook == null ? "segment-offer" : playbook, id, name, segment, parameters);
    }
}
