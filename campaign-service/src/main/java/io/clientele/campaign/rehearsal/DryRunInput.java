package io.clientele.campaign.rehearsal;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A dry run that is to be made. */
@Input("DryRunInput")
@Description("A dry run that is to be made.")
public record DryRunInput(
        @NonNull @Description("Made up by the client; the same key starts one dry run, however often it is sent.")
        String key,

        @NonNull @Id @Description("A stored campaign, in whichever state; drafts, too.")
        String campaign,

        @NonNull @Description("When the campaign is taken to have been launched.")
        Instant from,

        @NonNull @Description("When it is taken to have been stopped; after the first, and not in the future.")
        Instant to) {}
