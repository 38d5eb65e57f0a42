package io.clientele.campaign.index;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Sees to it that the indices that there should be are there. */
@ApplicationScoped
class StandingIndices {

    private static final Logger LOG = Logger.getLogger(StandingIndices.class);

    private final IndexAdministration administration;

    /** Whether the indices were looked at since the last failure. */
    private volatile boolean looked;

    StandingIndices(IndexAdministration administration) {
        this.administration = administration;
    }

    /** Looks again before the next work: something was in the way. */
    void doubt() {
        looked = false;
    }

    /** The indices, all standing: what is missing is created, and a live one that is lost is filled anew. */
    Uni<List<Generation>> ready(SqlConnection connection) {
        return Generations.beginFirst(connection)
                .flatMap(begun -> Generations.all(connection))
                .flatMap(generations -> looked && generations.stream().noneMatch(Generation::isNew)
                        ? Uni.createFrom().item(generations)
                        : administration
                                .standing(generations)
                                .flatMap(standing -> mend(connection, generations, standing))
                                .flatMap(mended -> Generations.all(connection))
                                .invoke(() -> looked = true));
    }

    private Uni<Void> mend(SqlConnection connection, List<Generation> generations, List<Generation> standing) {
        Uni<Void> mended = Uni.createFrom().voidItem();
        for (Generation generation : generations) {
            if (!standing.contains(generation)) {
                mended = mended.flatMap(ignored -> replace(connection, generation));
            }
        }
        return mended;
    }

    private Uni<Void> replace(SqlConnection connection, Generation missing) {
        return switch (missing.state()) {
            case FILLING -> Generations.refill(connection, missing).flatMap(again -> administration.create(missing));
            case LIVE -> {
                LOG.errorf("The index %s is lost; it is filled anew from PostgreSQL", missing.index());
                yield Generations.forget(connection, missing)
                        .flatMap(forgotten -> Generations.beginNext(connection, missing.number() + 1))
                        .flatMap(begun -> Generations.all(connection))
                        .flatMap(this::create);
            }
            case RETIRED -> Generations.forget(connection, missing);
        };
    }

    private Uni<Void> create(List<Generation> generations) {
        return generations.stream()
                .filter(Generation::isNew)
                .findFirst()
                .map(administration::create)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
