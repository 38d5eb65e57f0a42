package io.clientele.contract.index;

/**
 * What the indices are called of which readers see one, by an alias, while the next is filled beside it.
 *
 * @param readAlias the alias for reading; never written through
 * @param prefix what the name of every index behind the alias begins with; its number follows
 */
public record IndexNames(String readAlias, String prefix) {

    /**
     * The name of an index by its number.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public String name(long generation) {
        if (generation < 1) {
            throw new IllegalArgumentException("generation must be 1 or more, not " + generation);
        }
        return prefix + generation;
    }

    /**
     * The alias of one index for writing, so that a write never makes up an index that is missing.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public String writeAlias(long generation) {
        return "write-" + name(generation);
    }

    /** A pattern that all of them match. */
    public String pattern() {
        return prefix + "*";
    }
}
