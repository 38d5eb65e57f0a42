package io.clientele.index;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The tables that an index is written from, by names that can stand in a statement.
 *
 * @param indices one row each: {@code generation}, {@code state}, {@code filled_to}, {@code filled}; at most one is live,
 *     and one filling
 * @param outbox what has to be written: {@code number}, which rises, and the id; others only append to it
 * @param refused what Elasticsearch refused for ever: the id and the {@code reason}
 * @param id the column of the id in both
 * @param removedVersion the column of the outbox with the version that what is no more ended with; null if it has none, and
 *     each reading tells
 */
public record IndexTables(
        String indices,
        String outbox,
        String refused,
        String id,
        @Nullable String removedVersion) {

    private static final Pattern PLAIN = Pattern.compile("[a-z_]+");

    /** @throws IllegalArgumentException if a name has anything but small letters and underscores */
    public IndexTables {
        Stream.of(indices, outbox, refused, id).forEach(IndexTables::checkPlain);
        if (removedVersion != null) {
            checkPlain(removedVersion);
        }
    }

    private static void checkPlain(String name) {
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("no plain name: " + name);
        }
    }
}
