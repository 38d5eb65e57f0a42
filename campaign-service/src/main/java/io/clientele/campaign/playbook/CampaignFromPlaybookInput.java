package io.clientele.campaign.playbook;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A campaign that is made of a playbook, as a client writes it. */
@Input("CampaignFromPlaybookInput")
@Description("A campaign that is made of a playbook.")
public record CampaignFromPlaybookInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Id String playbook,

        @NonNull @Id @Description("Of the campaign, and of the benefit that is made for it.")
        String id,

        @NonNull @Description("For people, customers among them where it is a benefit's.")
        String name,

        @Nullable @Id @Description("Whose members it is for, instead of whom the playbook is for.")
        String segment,

        @Nullable @Description("Values that differ from the usual ones.")
        List<@Nullable ParameterInput> parameters) {}
