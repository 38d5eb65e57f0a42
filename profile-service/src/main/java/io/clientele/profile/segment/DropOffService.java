package io.clientele.profile.segment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.clientele.database.Database;
import io.clientele.database.DatabaseFailure;
import io.clientele.database.Mutations;
import io.clientele.profile.customer.IdentityLock;
import io.clientele.profile.definition.DefinitionsVersion;
import io.clientele.profile.segment.FunnelCustomersClient.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Makes segments of funnels' customers. They are gathered page by page in a table of their own, and become a segment in one
 * transaction: whenever the service is killed, the segment is whole or it is not there.
 */
@ApplicationScoped
class DropOffService {

    private static final Logger LOG = Logger.getLogger(DropOffService.class);

    /** Customers of one segment. */
    private static final int MOST = 1_000_000;

    private static final String OPERATION = "segmentFromDropOff";

    private final Database database;
    private final Mutations mutations;
    private final FunnelCustomersClient funnel;
    private final SegmentService segments;

    DropOffService(Database database, Mutations mutations, FunnelCustomersClient funnel, SegmentService segments) {
        this.database = database;
        this.mutations = mutations;
        this.funnel = funnel;
        this.segments = segments;
    }

    /**
     * Makes a segment; answers it as it then stands.
     *
     * @throws io.clientele.edge.CodedException (some through the {@code Uni}) of {@link DropOffFailure}, {@code INVALID_VALUE},
     *     {@code KEY_REUSED}, {@code TOO_MANY_SEGMENTS}, or what funnel-service refuses
     */
    Uni<SegmentDefinition> create(SegmentFromDropOffInput input, String who) {
        DropOff asked = DropOff.of(input);
        SegmentService.checkTexts(asked.segment());
        return segments.find(asked.segment().id())
                // In this order: what this key has made is found with the key.
                .chain(found -> mutations
                        .known(input.key())
                        .chain(known -> known ? repeated(input.key(), asked) : first(input.key(), asked, found, who)))
                .flatMap(segments::find)
                .map(Optional::orElseThrow);
    }

    private Uni<String> repeated(String key, DropOff asked) {
        return mutations.once(key, OPERATION, asked.arguments(), transaction -> {
            throw new IllegalStateException("a key that was used is gone");
        });
    }

    private Uni<String> first(String key, DropOff asked, Optional<SegmentDefinition> found, String who) {
        unused(found);
        UUID gathering = UUID.randomUUID();
        return database.inTransaction(transaction -> DropOffStore.begin(transaction, gathering))
                .chain(() -> gather(asked, gathering, null, 0))
                .chain(() -> mutations.once(
                        key, OPERATION, asked.arguments(), transaction -> store(transaction, asked, gathering, who)))
                .eventually(() -> end(gathering));
    }

    private Uni<Void> end(UUID gathering) {
        return database.onConnection(connection -> DropOffStore.end(connection, gathering))
                .onFailure(DatabaseFailure.class)
                .recoverWithUni(failure -> {
                    LOG.warnf("What was gathered stays until the next gathering: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private static void unused(Optional<SegmentDefinition> found) {
        if (found.isPresent()) {
            throw new DropOffFailure.SegmentExists("input.id").exception();
        }
    }

    private Uni<Void> gather(DropOff asked, UUID gathering, @Nullable String after, long before) {
        return funnel.page(asked, after)
                .invoke(page -> bounded(page, before))
                .call(page ->
                        database.onConnection(connection -> DropOffStore.add(connection, gathering, page.customers())))
                .chain(page -> page.after() == null
                        ? Uni.createFrom().voidItem()
                        : gather(
                                asked,
                                gathering,
                                page.after(),
                                before + page.customers().size()));
    }

    private static void bounded(Page page, long before) {
        if (page.total() == 0) {
            throw new DropOffFailure.EmptyStep().exception();
        }
        if (page.total() > MOST || before + page.customers().size() > MOST) {
            throw new DropOffFailure.TooManyCustomers(MOST).exception();
        }
    }

    private static Uni<String> store(SqlConnection transaction, DropOff asked, UUID gathering, String who) {
        String id = asked.segment().id();
        // An erasure is either done with by then, or finds what is listed here.
        return IdentityLock.shared(transaction)
                .chain(() -> DefinitionsVersion.raise(transaction))
                .chain(() -> SegmentStore.find(transaction, id))
                .invoke(found -> unused(found))
                .chain(() -> SegmentService.define(transaction, asked.segment(), who))
                .chain(() -> DropOffStore.list(transaction, gathering, id, who))
                .invoke(listed -> {
                    if (listed == 0) {
                        throw new DropOffFailure.EmptyStep().exception();
                    }
                })
                .chain(() -> DropOffStore.review(transaction, id))
                .replaceWith(id);
    }
}
