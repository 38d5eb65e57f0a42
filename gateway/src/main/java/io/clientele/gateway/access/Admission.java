package io.clientele.gateway.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.Operation;
import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Supergraph;
import io.clientele.gateway.supergraph.SupergraphField;

/** Admits a caller to an operation, field by field. */
public final class Admission {

    private final Supergraph supergraph;
    private final Set<String> known;

    public Admission(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.known = Stream.concat(
                        supergraph.scopes().stream(),
                        supergraph.types().stream()
                                .flatMap(type -> type.fields().values().stream())
                                .map(SupergraphField::scopes))
                .flatMap(scopes -> scopes.anyOf().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of a caller's scopes that the schema asks for somewhere: callers that share them may see the same. */
    public Set<String> relevant(Collection<String> scopes) {
        return scopes.stream().filter(known::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** The operation with the fields marked that callers with these scopes may not see. */
    public Operation admit(Operation operation, Collection<String> scopes) {
        Selections selections = new Caller(supergraph, Set.copyOf(scopes)).admitted(operation.selections());
        return new Operation(operation.kind(), selections, operation.introspection(), operation.variables());
    }

    /** One caller's way through an operation. */
    private record Caller(Supergraph supergraph, Set<String> scopes) {

        Selections admitted(Selections selections) {
            CompositeType type = selections.type();
            List<FieldSelection> common = new ArrayList<>();
            Map<CompositeType, List<FieldSelection>> only = new LinkedHashMap<>();
            for (FieldSelection selection : selections.common()) {
                if (isAlikeOnAll(type, selection)) {
                    common.add(admitted(type, selection));
                } else {
                    // Some object is stricter about the field than others: each is asked for itself.
                    type.possible().forEach(object -> add(object, selection, only));
                }
            }
            for (CompositeType object : selections.special()) {
                selections.only(object).forEach(selection -> add(object, selection, only));
            }
            return new Selections(type, common, only);
        }

        private boolean isAlikeOnAll(CompositeType type, FieldSelection selection) {
            boolean open = isOpen(type, selection.field());
            return type.possible().stream()
                    .map(object -> object.field(selection.field().name()) == null
                            || isOpen(
                                            object,
                                            Objects.requireNonNull(object.field(
                                                    selection.field().name())))
                                    == open)
                    .allMatch(Boolean::booleanValue);
        }

        private void add(
                CompositeType object, FieldSelection selection, Map<CompositeType, List<FieldSelection>> only) {
            Selections.merged(object, List.of(selection))
                    .forEach(own -> only.computeIfAbsent(object, any -> new ArrayList<>())
                            .add(admitted(object, own)));
        }

        private FieldSelection admitted(CompositeType type, FieldSelection selection) {
            if (!isOpen(type, selection.field())) {
                return selection.refuse();
            }
            return selection.children() == null ? selection : selection.withChildren(admitted(selection.children()));
        }

        /** Whether the type, its field, and the type to which that leads are open. */
        private boolean isOpen(CompositeType type, SupergraphField field) {
            return type.scopes().admit(scopes)
                    && field.scopes().admit(scopes)
                    && supergraph.scopes(field.type().name()).admit(scopes);
        }
    }
}
