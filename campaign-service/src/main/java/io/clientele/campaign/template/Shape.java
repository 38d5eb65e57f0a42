package io.clientele.campaign.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What stands behind the name of a variable. */
sealed interface Shape {

    /** One value: a text, a number or a time. */
    record Single() implements Shape {}

    /** Named values. */
    record Group(Map<String, Shape> fields) implements Shape {}

    /** Single values under names of the customers' own. */
    record Open() implements Shape {}

    /** Values in order. */
    record Listing(Shape element) implements Shape {}

    /** What a name leads to from here; null if to nothing. {@code size}, {@code first} and {@code last} are Liquid's. */
    default @Nullable Shape at(String name) {
        return switch (this) {
            case Single() -> name.equals("size") ? this : null;
            case Group(Map<String, Shape> fields) -> fields.get(name);
            case Open() -> new Single();
            case Listing(Shape element) ->
                switch (name) {
                    case "size" -> new Single();
                    case "first", "last" -> element;
                    default -> null;
                };
        };
    }

    /** What a position leads to from here; null if to nothing. */
    default @Nullable Shape atPosition() {
        return switch (this) {
            case Listing(Shape element) -> element;
            case Single(), Group(Map<String, Shape> _), Open() -> null;
        };
    }
}
