package io.clientele.gateway.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.resolution.Budget;
import io.clientele.gateway.resolution.Hop;
import io.clientele.gateway.resolution.LocalField;
import io.clientele.gateway.resolution.ObjectResolution;
import io.clientele.gateway.resolution.Resolution;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Supergraph;

/** Turns resolutions into drafts of requests: every hop becomes one, and every local field goes into its request. */
final class Assembly {

    /**
     * Where fields are put.
     *
     * @param fetch the request; null before the first
     * @param level what it asks of the value; null before the first
     * @param path where the value is in the answer
     * @param shape the response keys in use there
     */
    private record Spot(
            @Nullable FetchDraft fetch, @Nullable Level level, List<Step> path, Shape shape) {}

    private final Supergraph supergraph;
    private final Budget budget;
    private final List<FetchDraft> drafts = new ArrayList<>();

    Assembly(Supergraph supergraph, Budget budget) {
        this.supergraph = supergraph;
        this.budget = budget;
    }

    List<FetchDraft> drafts() {
        return drafts;
    }

    /** Drafts the requests for fields of a root type. */
    void root(CompositeType root, ObjectResolution resolution, Shape shape) {
        place(root, resolution, new Spot(null, null, List.of(), shape), true);
    }

    private Set<FetchDraft> place(Resolution resolution, Spot spot, boolean asked) {
        Set<FetchDraft> answering = new LinkedHashSet<>();
        resolution.byObject().forEach((object, fields) -> answering.addAll(place(object, fields, spot, asked)));
        return answering;
    }

    /**
     * Puts an object's fields where they are answered.
     *
     * @param asked whether the client asks for them; otherwise they are inputs of requests
     * @return the requests that answer them
     */
    private Set<FetchDraft> place(CompositeType object, ObjectResolution resolution, Spot spot, boolean asked) {
        Set<FetchDraft> answering = new LinkedHashSet<>();
        if (spot.fetch != null) {
            answering.add(spot.fetch);
        }
        resolution.local().forEach(field -> place(object, field, spot, asked, answering));
        resolution.hops().forEach(hop -> place(object, hop, spot, asked, answering));
        return answering;
    }

    private void place(CompositeType object, LocalField local, Spot spot, boolean asked, Set<FetchDraft> answering) {
        budget.step();
        Level level = spot.level;
        if (level == null) {
            throw new IllegalStateException("no subgraph answers " + local.field() + " before one is asked");
        }
        FieldSelection selection = spot.shape.keyed(local.field(), asked);
        Resolution children = local.children();
        Level below = level.ask(object, selection, children == null ? null : children.type())
                .children();
        if (children == null || below == null) {
            return;
        }
        List<Step> path = new ArrayList<>(spot.path);
        path.add(new Step(selection.responseKey(), isOneOfSeveral(object, level) ? Set.of(object.name()) : Set.of()));
        Spot deeper = new Spot(spot.fetch, below, path, spot.shape.below(selection.responseKey()));
        answering.addAll(place(children, deeper, asked));
    }

    private void place(CompositeType object, Hop hop, Spot spot, boolean asked, Set<FetchDraft> answering) {
        boolean root = supergraph.isRoot(object);
        FetchDraft fetch =
                root ? FetchDraft.ofRoot(hop.target(), spot.path) : FetchDraft.ofEntities(hop.target(), spot.path);
        fetch.after().addAll(place(object, hop.inputs(), spot, false));
        if (!root) {
            String type = isOneOfSeveral(object, spot.level) ? object.name() : Representation.ANY;
            fetch.tell(
                    type,
                    new Representation(
                            hop.entity().name(), Map.of(Representation.ANY, spot.shape.told(hop.representation()))));
        }
        drafts.add(fetch);
        Spot there = new Spot(fetch, fetch.level(hop.entity()), spot.path, spot.shape);
        answering.add(fetch);
        answering.addAll(place(hop.answer(), there, asked));
    }

    /** Whether the value may as well be another object, so that its type must be looked at. */
    private static boolean isOneOfSeveral(CompositeType object, @Nullable Level level) {
        return level != null && level.isAbstract() && object != level.type();
    }
}
