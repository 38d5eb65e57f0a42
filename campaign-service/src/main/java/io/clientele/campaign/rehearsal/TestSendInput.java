package io.clientele.campaign.rehearsal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A message that is to be sent to try it out. */
@Input("TestSendInput")
@Description("A message that is to be sent to try it out.")
public record TestSendInput(
        @NonNull @Description("Made up by the client; the same key sends one message, however often it comes.")
        String key,

        @NonNull @Id @Description("A stored campaign, in whichever state; drafts, too.")
        String campaign,

        @NonNull @Id @Description("Who gets it: the shop's own id, or anon: and the anonymous id.")
        String customer,

        @Nullable @Description("The name of one of the campaign's variants; the first if not given.")
        String variant) {}
