package io.clientele.gateway.plan;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One request to a subgraph. */
public sealed interface Fetch {

    /** What every request has. */
    Request request();

    /** The same fetch with another request. */
    Fetch with(Request other);

    /**
     * A request.
     *
     * @param id its place in the plan, from 0; it comes after all that it waits for
     * @param subgraph the name of the subgraph that is asked
     * @param path where in the answer its own answer belongs
     * @param after the requests that must have been answered before
     * @param document the GraphQL document
     * @param variables the names of the operation's variables that the document uses
     * @param renamed the response keys of the document that stand for others in the answer
     * @param keys the client's response keys that it answers at its path
     */
    record Request(
            int id,
            String subgraph,
            List<Step> path,
            Set<Integer> after,
            String document,
            Set<String> variables,
            Map<String, String> renamed,
            Set<String> keys) {
        public Request {
            path = List.copyOf(path);
            after = Set.copyOf(after);
            variables = Set.copyOf(variables);
            renamed = Map.copyOf(renamed);
            keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys)); // in the document's order
        }

        Request numbered(int number, Set<Integer> others) {
            return new Request(number, subgraph, path, others, document, variables, renamed, keys);
        }

        Request at(List<Step> place) {
            return new Request(id, subgraph, place, after, document, variables, renamed, keys);
        }
    }

    /** Asks for fields of a root type. */
    record RootFetch(Request request) implements Fetch {
        @Override
        public RootFetch with(Request other) {
            return new RootFetch(other);
        }
    }

    /**
     * Asks for fields of entities, all that are found at its path in one request.
     *
     * @param variable the variable of the document that takes the representations
     * @param representations how each object is told of, by its type or by {@link Representation#ANY}; others are left out
     */
    record EntityFetch(Request request, String variable, Map<String, Representation> representations) implements Fetch {
        public EntityFetch {
            representations = Map.copyOf(representations);
        }

        @Override
        public EntityFetch with(Request other) {
            return new EntityFetch(other, variable, representations);
        }
    }
}
