package io.clientele.campaign.policy.rules;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;

/**
 * How many contacts there are at most.
 *
 * @param channel over which; null for all channels together
 * @param most 0 to {@value #LARGEST}; 0 for none at all
 */
public record Cap(@Nullable Channel channel, CapPeriod period, int most) {

    public static final int LARGEST = 1_000;

    public Cap {
        if (most < 0 || most > LARGEST) {
            throw new IllegalArgumentException("a cap of " + most + " is not from 0 to " + LARGEST);
        }
    }

    /** Whether it counts contacts over a channel. */
    boolean counts(Channel over) {
        return channel == null || channel == over;
    }
}
