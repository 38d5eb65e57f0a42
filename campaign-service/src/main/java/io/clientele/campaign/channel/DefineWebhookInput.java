package io.clientele.campaign.channel;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A webhook, as a client defines it. */
@Input("DefineWebhookInput")
@Description("A webhook; one with the same id takes the place of the last.")
public record DefineWebhookInput(
        @NonNull
        @Description("The client's own key of this change, 1 to 128 characters; repeating it does nothing again.")
        String key,

        @NonNull @Description("1 to 64 characters of a-z, 0-9, _ and -.")
        String id,

        @NonNull @Description("For people, 1 to 200 characters.")
        String name,

        @NonNull @Description("An https address.") String url,

        @NonNull WebhookPurpose purpose,

        @NonNull @DefaultValue("false") @Description("Makes a new secret; the one before counts as well for a while.")
        Boolean newSecret) {}
