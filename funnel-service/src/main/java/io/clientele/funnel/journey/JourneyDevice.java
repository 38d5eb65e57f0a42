package io.clientele.funnel.journey;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Device;

/** The device that an event came from. */
@Description("The device that an event came from.")
public record JourneyDevice(
        @Description("Such as ios, android or desktop.") @Nullable
        String type,

        @Description("The operating system's name.") @Nullable
        String os) {

    static JourneyDevice of(Device device) {
        return new JourneyDevice(device.type(), device.os());
    }
}
