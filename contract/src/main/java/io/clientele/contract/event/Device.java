package io.clientele.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * The device that the event came from.
 *
 * @param type such as {@code ios}, {@code android} or {@code desktop}
 * @param os the operating system's name
 */
public record Device(@Nullable String type, @Nullable String os) {
    /** Of an event that says nothing of its device. */
    public static final Device NONE = new Device(null, null);

    public Device {
        type = Check.keyword("device.type", type);
        os = Check.keyword("device.os", os);
    }
}
