package io.clientele.funnel.rekey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.clientele.funnel.store.Change;
import io.clientele.funnel.store.DocumentAddress;
import io.clientele.funnel.store.DocumentVersion;
import io.clientele.funnel.store.StoredDocument;
import io.clientele.funnel.store.StoredDocuments;
import io.smallrye.mutiny.Uni;

/**
 * Moves events. The home decides: whoever replaces it, on condition that it is what he read, has moved the event, and of
 * many at once one wins. The steps, each on disk and visible before the next:
 *
 * <ol>
 *   <li>read the homes, then the versions of the copies that will have to go;
 *   <li>write the copies, even those that are there, so that their versions change;
 *   <li>replace the homes by tombstones that name the new customer, each if it is what was read;
 *   <li>of events whose home was replaced, delete the other copies, each if it is what was read.
 * </ol>
 *
 * So the copy that a tombstone names exists at every moment: whoever would name a copy after another's third step has
 * written it after reading that tombstone, and the other's deletion knows the older version.
 */
@ApplicationScoped
class Relocation {

    private final StoredDocuments documents;
    private final Function<String, Uni<Void>> refresh;

    @Inject
    Relocation(StoredDocuments documents) {
        this(documents, documents::refresh);
    }

    /** @param refresh makes everything visible that was stored in an index before */
    Relocation(StoredDocuments documents, Function<String, Uni<Void>> refresh) {
        this.documents = documents;
        this.refresh = refresh;
    }

    /**
     * What is to be done.
     *
     * @param versions those of the moves' strays that there are
     * @param ownerless copies of events that are erased
     */
    record Plan(List<Move> moves, Map<DocumentAddress, DocumentVersion> versions, Set<DocumentAddress> ownerless) {}

    /** Which of the moves came about, and which met somebody else's change. */
    record Decided(List<Move> won, List<Move> lost) {}

    /**
     * What came of a page.
     *
     * @param moved events that are under another customer now
     * @param settled events that needed anything at all and got it
     * @param contested events that somebody else changed meanwhile, to be looked at again
     */
    record Outcome(long moved, long settled, Misplaced contested) {}

    Uni<Outcome> perform(RekeyRequest request, Misplaced page) {
        return plan(request, page)
                .flatMap(plan -> storeCopies(plan)
                        .flatMap(stored -> replaceHomes(plan))
                        .call(decided -> removeStrays(plan, decided))
                        .map(decided -> outcome(plan, decided)));
    }

    Uni<Plan> plan(RekeyRequest request, Misplaced page) {
        Set<DocumentAddress> homes = new LinkedHashSet<>();
        page.strays().keySet().forEach(message -> homes.add(Move.home(message, request.home())));
        return documents.read(homes, true).flatMap(found -> {
            List<Move> moves = new ArrayList<>();
            Set<DocumentAddress> ownerless = new LinkedHashSet<>();
            page.strays().forEach((message, strays) -> {
                StoredDocument stored = found.get(Move.home(message, request.home()));
                switch (Home.of(stored)) {
                    case Home.Live live -> moves.add(Move.of(request, message, live, strays));
                    case Home.Moved moved -> {
                        Move move = Move.of(request, message, moved, strays);
                        if (move != null) {
                            moves.add(move);
                        }
                    }
                    case Home.Gone _ -> ownerless.addAll(strays);
                }
            });
            return versions(moves).map(versions -> new Plan(moves, versions, ownerless));
        });
    }

    private Uni<Map<DocumentAddress, DocumentVersion>> versions(List<Move> moves) {
        Set<DocumentAddress> strays = new LinkedHashSet<>();
        moves.forEach(move -> strays.addAll(move.strays()));
        return documents.read(strays, false).map(found -> {
            Map<DocumentAddress, DocumentVersion> versions = new LinkedHashMap<>();
            found.forEach((address, stored) -> versions.put(address, stored.version()));
            return versions;
        });
    }

    Uni<Void> storeCopies(Plan plan) {
        return documents
                .write(plan.moves().stream().map(Move::storeCopy).toList(), refresh)
                .replaceWithVoid();
    }

    Uni<Decided> replaceHomes(Plan plan) {
        return documents
                .write(plan.moves().stream().map(Move::replaceHome).toList(), refresh)
                .map(results -> {
                    Decided decided = new Decided(new ArrayList<>(), new ArrayList<>());
                    for (int i = 0; i < results.size(); i++) {
                        boolean won = results.get(i) == Change.Result.DONE;
                        (won ? decided.won() : decided.lost()).add(plan.moves().get(i));
                    }
                    return decided;
                });
    }

    Uni<Void> removeStrays(Plan plan, Decided decided) {
        List<Change> removals = new ArrayList<>();
        plan.ownerless().forEach(copy -> removals.add(new Change.RemoveAny(copy)));
        for (Move move : decided.won()) {
            for (DocumentAddress stray : move.strays()) {
                DocumentVersion version = plan.versions().get(stray);
                if (version != null) {
                    removals.add(new Change.Remove(stray, version));
                }
            }
        }
        return documents.write(removals, refresh).replaceWithVoid();
    }

    private static Outcome outcome(Plan plan, Decided decided) {
        Map<String, Set<DocumentAddress>> contested = new LinkedHashMap<>();
        for (Move move : decided.lost()) {
            // The copy that was written for nothing may have to go: who won knows nothing of it.
            Set<DocumentAddress> strays = new LinkedHashSet<>(move.strays());
            strays.add(move.copy());
            contested.put(move.messageId(), strays);
        }
        long moved = decided.won().stream().filter(Move::changesCustomer).count();
        return new Outcome(moved, decided.won().size() + plan.ownerless().size(), new Misplaced(contested));
    }
}
