package io.clientele.gateway.operation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.RefusedOperationException.Code;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;

/**
 * Counts what a document asks once its fragments are put in place, each fragment once: a chain of fragments that double
 * each other is counted in time proportional to the text.
 */
final class DocumentSize {

    /** Sizes are cut off here, far above any limit and far below overflow. */
    private static final long ENOUGH = 1L << 40;

    private record Size(long depth, long aliases, long fields) {

        static final Size NONE = new Size(0, 0, 0);

        Size beside(Size other) {
            return new Size(
                    Math.max(depth, other.depth),
                    Math.min(ENOUGH, aliases + other.aliases),
                    Math.min(ENOUGH, fields + other.fields));
        }
    }

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private DocumentSize(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /**
     * Refuses a document that is over a limit.
     *
     * @throws RefusedOperationException saying which limit
     */
    static void check(Document document, OperationLimits limits) {
        DocumentSize sizes = new DocumentSize(document);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Size size = sizes.of(operation.getSelectionSet());
            refuse("depth", size.depth, limits.depth());
            refuse("aliases", size.aliases, limits.aliases());
            refuse("fields", size.fields, limits.fields());
        }
    }

    private static void refuse(String what, long size, int limit) {
        if (size > limit) {
            throw new RefusedOperationException(
                    Code.GRAPHQL_LIMIT, "The operation is over the limit of " + limit + " for its " + what + ".");
        }
    }

    private Size of(@Nullable SelectionSet set) {
        Size total = Size.NONE;
        if (set == null) {
            return total;
        }
        for (Selection<?> selection : set.getSelections()) {
            total = total.beside(
                    switch (selection) {
                        case Field field -> of(field);
                        case InlineFragment fragment -> of(fragment.getSelectionSet());
                        case FragmentSpread spread -> of(spread);
                        default -> throw new IllegalStateException("no selection: " + selection);
                    });
        }
        return total;
    }

    private Size of(Field field) {
        Size below = of(field.getSelectionSet());
        return new Size(below.depth + 1, below.aliases + (field.getAlias() == null ? 0 : 1), below.fields + 1);
    }

    private Size of(FragmentSpread spread) {
        Size size = known.get(spread.getName());
        FragmentDefinition fragment = fragments.get(spread.getName());
        // Unknown fragments and circles are left to validation, which names them.
        if (size == null && fragment != null && open.add(spread.getName())) {
            size = of(fragment.getSelectionSet());
            open.remove(spread.getName());
            known.put(spread.getName(), size);
        }
        return size == null ? Size.NONE : size;
    }
}
