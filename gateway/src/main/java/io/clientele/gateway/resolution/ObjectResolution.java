package io.clientele.gateway.resolution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.supergraph.CompositeType;
import io.clientele.gateway.supergraph.Subgraph;

/**
 * How the fields of one object are resolved.
 *
 * @param local the fields that the subgraph at hand answers
 * @param hops the moves to others
 * @param missing what nobody that can be reached from here answers
 */
public record ObjectResolution(List<LocalField> local, List<Hop> hops, List<FieldSelection> missing) {

    static final ObjectResolution NOTHING = new ObjectResolution(List.of(), List.of(), List.of());

    public ObjectResolution {
        local = List.copyOf(local);
        hops = List.copyOf(hops);
        missing = List.copyOf(missing);
    }

    /** A request that a hop needs; hops of one object to one subgraph share it. */
    private record Request(Subgraph target, CompositeType entity) {}

    Cost cost() {
        Cost cost = Cost.NONE;
        for (LocalField field : local) {
            cost = cost.beside(field.cost());
        }
        Set<Request> requests = new LinkedHashSet<>();
        return cost.beside(hopsCost(requests)).beside(new Cost(requests.size(), 0, 0));
    }

    /** The cost of the hops but for their requests, which are gathered. */
    private Cost hopsCost(Set<Request> requests) {
        Cost cost = Cost.NONE;
        for (Hop hop : hops) {
            requests.add(new Request(hop.target(), hop.entity()));
            Cost inputs = hop.inputs().localCost().beside(hop.inputs().hopsCost(requests));
            Cost answer = hop.answer().cost();
            // Answered later, they count for more: of two ways that cost the same, more is answered at once.
            int later = Cost.sum(answer.fields(), answer.fields());
            cost = cost.beside(new Cost(
                    Cost.sum(inputs.fetches(), answer.fetches()),
                    inputs.depth() + 1 + answer.depth(),
                    Cost.sum(inputs.fields(), later)));
        }
        return cost;
    }

    private Cost localCost() {
        return local.stream().map(LocalField::cost).reduce(Cost.NONE, Cost::beside);
    }

    /** The resolution for people to read: a line a field, and one a move. */
    @Override
    public String toString() {
        return ResolutionText.of(this);
    }
}
