package io.clientele.funnel.collect;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * An event by GraphQL.
 *
 * @param messageId 1 to 256 bytes; a repetition of it is a duplicate
 * @param event what happened
 * @param userId the customer
 * @param anonymousId the device's visitor
 * @param timestamp ISO-8601 with an offset; without it the event happens now
 * @param properties an object, by Segment's e-commerce names
 * @param context an object: channel, sessionId, device, os, location, page, campaign and traits, as Segment's libraries
 *     send it
 */
@Input("TrackInput")
public record TrackInput(
        @Nullable @Description("1 to 256 bytes; the same id again is a duplicate. Without it no repetition is known.")
        String messageId,

        @NonNull @Description("What happened, such as Product Viewed.")
        String event,

        @Nullable String userId,
        @Nullable String anonymousId,

        @Nullable @Description("ISO-8601 with an offset; now, if left out.")
        String timestamp,

        @Nullable @Description("An object with properties by Segment's e-commerce names.")
        Object properties,

        @Nullable @Description("An object with channel, sessionId, device, os, location, page, campaign and traits.")
        Object context) {}
