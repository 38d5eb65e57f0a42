package io.clientele.campaign.trigger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A customer who would be enrolled.
 *
 * @param customer as the cause named it
 * @param cause what tells this entry from the customer's others in the same campaign
 * @param at when it happened
 * @param due when it is to be decided about
 * @param event what the message may name of the event, as JSON; null if the cause is none
 */
public record Entry(
        String campaign,
        String customer,
        String cause,
        Instant at,
        Instant due,
        @Nullable String event) {}
