package io.clientele.gateway.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

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
        this.known = supergraph.types().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.scopes()),
                        type.fields().values().stream().map(SupergraphField::scopes)))
                .flatMap(scopes -> scopes.anyOf().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of a caller's scopes that the schema asks for somewhere: callers that share them may see the same. */
    public Set<String> relevant(Collection<String> scopes) {
        return scopes.stream().filter(known::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** The operation without the fields that callers with these scopes may not see. */
    public Admitted admit(Operation operation, Collection<String> scopes) {
        Caller caller = new Caller(Set.copyOf(scopes));
        Selections selections = caller.admitted(operation.selections(), List.of());
        return new Admitted(
                new Operation(operation.kind(), selections, operation.introspection(), operation.variables()),
                List.copyOf(caller.refused));
    }

    /** One caller's way through an operation. */
    private final class Caller {

        private final Set<String> scopes;
        private final Set<List<String>> refused = new LinkedHashSet<>();

        Caller(Set<String> scopes) {
            this.scopes = scopes;
        }

        Selections admitted(Selections selections, List<String> path) {
            List<FieldSelection> common = new ArrayList<>();
            Map<CompositeType, List<FieldSelection>> only = new LinkedHashMap<>();
            for (FieldSelection selection : selections.common()) {
                if (isOpenOnAll(selections.type(), selection)) {
                    add(selection, path, common);
                } else {
                    // Some object is stricter about the field than the interface: each is asked for itself.
                    for (CompositeType object : selections.type().possible()) {
                        add(object, selection, path, only);
                    }
                }
            }
            for (CompositeType object : selections.special()) {
                selections.only(object).forEach(selection -> add(object, selection, path, only));
            }
            return new Selections(selections.type(), common, only);
        }

        private boolean isOpenOnAll(CompositeType type, FieldSelection selection) {
            return type.isObject()
                    || type.possible().stream().allMatch(object -> {
                        SupergraphField own = object.field(selection.field().name());
                        return own == null || isOpen(object, own);
                    });
        }

        private boolean isOpen(CompositeType type, SupergraphField field) {
            CompositeType leadsTo = supergraph.type(field.type().name());
            return type.scopes().admit(scopes)
                    && field.scopes().admit(scopes)
                    && (leadsTo == null || leadsTo.scopes().admit(scopes));
        }

        private void add(
                CompositeType object,
                FieldSelection selection,
                List<String> path,
                Map<CompositeType, List<FieldSelection>> only) {
            List<FieldSelection> own = Selections.merged(object, List.of(selection));
            List<FieldSelection> fields = only.computeIfAbsent(object, any -> new ArrayList<>());
            if (own.stream().allMatch(field -> isOpen(object, field.field()))) {
                own.forEach(field -> add(field, path, fields));
            } else {
                refused.add(below(path, selection));
            }
        }

        private void add(FieldSelection selection, List<String> path, List<FieldSelection> fields) {
            List<String> here = below(path, selection);
            CompositeType leadsTo = supergraph.type(selection.field().type().name());
            if (!selection.field().scopes().admit(scopes)
                    || (leadsTo != null && !leadsTo.scopes().admit(scopes))) {
                refused.add(here);
                return;
            }
            fields.add(selection.withChildren(admitted(selection, here)));
        }

        private @Nullable Selections admitted(FieldSelection selection, List<String> path) {
            return selection.children() == null ? null : admitted(selection.children(), path);
        }

        private static List<String> below(List<String> path, FieldSelection selection) {
            List<String> below = new ArrayList<>(path);
            below.add(selection.responseKey());
            return List.copyOf(below);
        }
    }
}
