package io.clientele.index;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.index.IndexNames;

/**
 * How an index stands.
 *
 * @param live the index that readers see; null before the first is filled
 * @param filling the index that is being filled, if one is
 * @param filled rows that the filling index has got from the rebuild
 * @param pending changes that wait to be written
 * @param refused documents that Elasticsearch refused
 */
public record IndexStanding(@Nullable String live, @Nullable String filling, long filled, long pending, long refused) {

    static IndexStanding of(IndexNames names, List<Generation> generations, Outbox.Counts counts) {
        String live = null;
        String filling = null;
        long filled = 0;
        for (Generation generation : generations) {
            switch (generation.state()) {
                case LIVE -> live = names.name(generation.number());
                case FILLING -> {
                    filling = names.name(generation.number());
                    filled = generation.filled();
                }
                case RETIRED -> {}
            }
        }
        return new IndexStanding(live, filling, filled, counts.pending(), counts.refused());
    }
}
