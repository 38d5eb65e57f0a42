package io.clientele.index;

import java.util.List;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Sees to it that the indices that there should be are there. */
final class StandingIndices {

    private static final Logger LOG = Logger.getLogger(StandingIndices.class);

    private final Generations generations;
    private final IndexAdministration administration;

    /** Whether the indices were looked at since the last failure. */
    private volatile boolean looked;

    StandingIndices(Generations generations, IndexAdministration administration) {
        this.generations = generations;
        this.administration = administration;
    }

    /** Looks again before the next work: something was in the way. */
    void doubt() {
        looked = false;
    }

    /** The indices, all standing: what is missing is created, and a live one that is lost is filled anew. */
    Uni<List<Generation>> ready(SqlConnection connection) {
        return generations
                .beginFirst(connection)
                .flatMap(begun -> generations.all(connection))
                .flatMap(all -> looked && all.stream().noneMatch(Generation::isNew)
                        ? Uni.createFrom().item(all)
                        : administration
                                .standing(all)
                                .flatMap(standing -> mend(connection, all, standing))
                                .flatMap(mended -> generations.all(connection))
                                .invoke(() -> looked = true));
    }

    private Uni<Void> mend(SqlConnection connection, List<Generation> all, List<Generation> standing) {
        Uni<Void> mended = Uni.createFrom().voidItem();
        for (Generation generation : all) {
            if (!standing.contains(generation)) {
                mended = mended.flatMap(ignored -> replace(connection, generation));
            }
        }
        return mended;
    }

    private Uni<Void> replace(SqlConnection connection, Generation missing) {
        return switch (missing.state()) {
            case FILLING -> generations.refill(connection, missing).flatMap(again -> administration.create(missing));
            case LIVE -> {
                LOG.errorf("The index %s is lost; it is filled anew from PostgreSQL", administration.name(missing));
                yield generations
                        .forget(connection, missing)
                        .flatMap(forgotten -> generations.beginNext(connection, missing.number() + 1))
                        .flatMap(begun -> generations.all(connection))
                        .flatMap(this::createNew);
            }
            case RETIRED -> generations.forget(connection, missing);
        };
    }

    private Uni<Void> createNew(List<Generation> all) {
        return all.stream()
                .filter(Generation::isNew)
                .findFirst()
                .map(administration::create)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
