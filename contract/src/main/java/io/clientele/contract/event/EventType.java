package io.clientele.contract.event;

import java.util.Locale;

/** The six calls of Segment's spec. */
public enum EventType {
    IDENTIFY,
    TRACK,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name on the wire and in the index, such as {@code track}. */
    public String wireName() {
        return wireName;
    }

    /** Whether events of this type carry a name, such as {@code Product Viewed}. */
    public boolean named() {
        return switch (this) {
            case TRACK, PAGE, SCREEN -> true;
            case IDENTIFY, GROUP, ALIAS -> false;
        };
    }

    /**
     * The type of a wire name.
     *
     * @throws InvalidEventException {@code INVALID_VALUE} on {@code type} if there is no such type
     */
    public static EventType of(String wireName) {
        return switch (wireName) {
            case "identify" -> IDENTIFY;
            case "track" -> TRACK;
            case "page" -> PAGE;
            case "screen" -> SCREEN;
            case "group" -> GROUP;
            case "alias" -> ALIAS;
            // A string, not an enum: anything else can come, and is refused.
            default ->
                throw new InvalidEventException(
                        InvalidEvent.Code.INVALID_VALUE,
                        "type",
                        "is not one of identify, track, page, screen, group, alias");
        };
    }
}
