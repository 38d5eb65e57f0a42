package io.clientele.edge.page;

import org.jspecify.annotations.Nullable;

/**
 * A page of a Relay connection.
 *
 * @param size how many edges at most, 1 to {@value #MOST}
 * @param cursor the cursor that the page lies after, or before if it is asked for backward; null for the list's end
 * @param backward whether the page is the last edges of what is left, not the first
 */
public record PageRequest(int size, @Nullable String cursor, boolean backward) {

    public static final int MOST = 1_000;
    public static final int DEFAULT_SIZE = 50;

    /**
     * Reads the four arguments of a connection: {@code first} with {@code after}, or {@code last} with {@code before}.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_PAGE}
     */
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (last == null && before == null) {
            return new PageRequest(size("first", first), after, false);
        }
        if (first != null || after != null) {
            throw new PageRefusal.InvalidPage(
                            first != null ? "first" : "after", "Page either by first and after, or by last and before.")
                    .exception();
        }
        return new PageRequest(size("last", last), before, true);
    }

    /** The argument that the cursor came by. */
    public String cursorArgument() {
        return backward ? "before" : "after";
    }

    private static int size(String argument, @Nullable Integer given) {
        int size = given == null ? DEFAULT_SIZE : given;
        if (size < 1 || size > MOST) {
            throw new PageRefusal.InvalidPage(argument, argument + " must be from 1 to " + MOST + ".").exception();
        }
        return size;
    }
}
