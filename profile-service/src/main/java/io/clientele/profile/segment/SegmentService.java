package io.clientele.profile.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.SegmentCondition;
import io.clientele.database.Database;
import io.clientele.database.Mutations;
import io.clientele.edge.condition.ConditionInput;
import io.clientele.edge.text.Texts;
import io.clientele.profile.counter.CounterUse;
import io.clientele.profile.counter.Counters;
import io.clientele.profile.counter.Counting;
import io.clientele.profile.counter.CountingProgress;
import io.clientele.profile.counter.DefinitionKind;
import io.clientele.profile.definition.DefinitionsVersion;
import io.clientele.profile.definition.Reviews;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Defines segments, keeps their lists, and previews them. */
@ApplicationScoped
class SegmentService {

    /** Each is evaluated for each customer that changes. */
    private static final int MOST_SEGMENTS = 1_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CUSTOMER_ID = 512;
    private static final int MOST_LISTED_AT_ONCE = 10_000;
    private static final int MOST_SAMPLED = 1_000;

    private final Database database;
    private final Mutations mutations;
    private final SegmentSearches searches;
    private final Counters counters;
    private final DefinitionsCache definitions;

    SegmentService(
            Database database,
            Mutations mutations,
            SegmentSearches searches,
            Counters counters,
            DefinitionsCache definitions) {
        this.database = database;
        this.mutations = mutations;
        this.searches = searches;
        this.counters = counters;
        this.definitions = definitions;
    }

    Uni<List<SegmentDefinition>> all() {
        return database.onConnection(SegmentStore::all);
    }

    Uni<Optional<SegmentDefinition>> find(String id) {
        return database.onConnection(connection -> SegmentStore.find(connection, id));
    }

    /** Segments in the order of the ids, null where there is none. */
    Uni<List<@Nullable SegmentDefinition>> find(List<String> ids) {
        return database.onConnection(connection -> SegmentStore.find(connection, ids))
                .map(found -> {
                    Map<String, SegmentDefinition> byId = new HashMap<>();
                    found.forEach(segment -> byId.put(segment.id(), segment));
                    List<@Nullable SegmentDefinition> ordered = new ArrayList<>();
                    ids.forEach(id -> ordered.add(byId.get(id)));
                    return ordered;
                });
    }

    /** How far the counting of what segments wait for has got, in their order, null for those that wait for nothing. */
    Uni<List<@Nullable Counting>> counting(List<String> ids) {
        return database.onConnection(connection -> definitions
                .current(connection)
                .flatMap(current -> CountingProgress.of(
                        connection,
                        current.counters(),
                        ids.stream().map(current::waitingFor).toList())));
    }

    /** Defines a segment; answers it as it then stands. */
    Uni<SegmentDefinition> define(DefineSegmentInput input, String who) {
        return define(input.key(), new NewDefinition(input.id(), input.name(), input.kind(), condition(input)), who);
    }

    /** Defines a segment; answers it as it then stands. Errors name what they refuse as fields of {@code input}. */
    Uni<SegmentDefinition> define(String key, NewDefinition definition, String who) {
        checkTexts(definition);
        return mutations
                .once(
                        key,
                        "defineSegment",
                        definition.arguments(),
                        transaction -> define(transaction, definition, who).replaceWith(definition.id()))
                .flatMap(this::find)
                .map(Optional::orElseThrow);
    }

    /**
     * Refuses an id or a name that no segment can have.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_VALUE}
     */
    static void checkTexts(NewDefinition definition) {
        Texts.id("input.id", definition.id());
        Texts.check("input.name", definition.name(), LONGEST_NAME);
    }

    /** Likewise, within a transaction, of texts that are checked; what stands as it is asked for has nobody evaluated anew. */
    static Uni<Void> define(SqlConnection transaction, NewDefinition definition, String who) {
        return SegmentStore.stands(transaction, definition)
                .flatMap(stands -> stands ? Uni.createFrom().voidItem() : change(transaction, definition, who));
    }

    private static Uni<Void> change(SqlConnection transaction, NewDefinition definition, String who) {
        return DefinitionsVersion.raise(transaction)
                // Raising it holds off every other definition, so that two cannot make a ring together.
                .flatMap(version -> SegmentStore.all(transaction))
                .invoke(segments -> check(definition, segments))
                .flatMap(segments -> SegmentStore.put(transaction, definition, who))
                .flatMap(put -> CounterUse.register(
                        transaction, DefinitionKind.SEGMENT, definition.id(), definition.condition()));
    }

    private static @Nullable SegmentCondition condition(DefineSegmentInput input) {
        boolean wanted = input.kind() == SegmentKind.CONDITION;
        if (wanted != (input.condition() != null)) {
            throw new SegmentFailure.ConditionMismatch("input.condition").exception();
        }
        return input.condition() == null ? null : input.condition().ofCustomer("input.condition");
    }

    private static void check(NewDefinition definition, List<SegmentDefinition> segments) {
        List<SegmentDefinition> all = new ArrayList<>(segments);
        Optional<SegmentDefinition> before = segments.stream()
                .filter(segment -> segment.id().equals(definition.id()))
                .findFirst();
        if (before.isPresent() && before.get().kind() != definition.kind()) {
            throw new SegmentFailure.KindChanged("input.kind").exception();
        }
        if (before.isEmpty() && segments.size() >= MOST_SEGMENTS) {
            throw new SegmentFailure.TooManySegments("input.id", MOST_SEGMENTS).exception();
        }
        before.ifPresent(all::remove);
        all.add(definition.unnumbered());
        SegmentGraph.order(all);
    }

    /** Puts customers on the list of a manual segment, and takes others off; answers the segment. */
    Uni<SegmentDefinition> list(ListMembersInput input, String who) {
        List<String> add = ids("input.add", input.add());
        List<String> remove = ids("input.remove", input.remove());
        if (add.size() + remove.size() > MOST_LISTED_AT_ONCE) {
            throw new SegmentFailure.TooMany("input.add", MOST_LISTED_AT_ONCE).exception();
        }
        List<String> arguments = new ArrayList<>(List.of(input.segment(), Integer.toString(add.size())));
        arguments.addAll(add);
        arguments.addAll(remove);
        return mutations
                .once(
                        input.key(),
                        "listSegmentMembers",
                        arguments,
                        transaction -> manual(transaction, input.segment())
                                .flatMap(segment -> SegmentStore.list(transaction, segment.id(), add, who))
                                .flatMap(listed -> SegmentStore.unlist(transaction, input.segment(), remove))
                                .flatMap(unlisted -> Reviews.request(transaction, both(add, remove)))
                                .replaceWith(input.segment()))
                .flatMap(this::find)
                .map(Optional::orElseThrow);
    }

    private static List<String> ids(String field, @Nullable List<@Nullable String> given) {
        List<String> ids = new ArrayList<>();
        for (String id : given == null ? List.<@Nullable String>of() : given) {
            // An absent id is as wrong as an empty one.
            ids.add(Texts.check(field + "[" + ids.size() + "]", id == null ? "" : id, LONGEST_CUSTOMER_ID));
        }
        return ids;
    }

    private static Collection<String> both(List<String> add, List<String> remove) {
        TreeSet<String> both = new TreeSet<>(add);
        both.addAll(remove);
        return both;
    }

    private static Uni<SegmentDefinition> manual(SqlConnection transaction, String id) {
        return SegmentStore.find(transaction, id).map(found -> {
            SegmentDefinition segment =
                    found.orElseThrow(() -> new SegmentFailure.UnknownSegment("input.segment").exception());
            if (segment.kind() != SegmentKind.MANUAL) {
                throw new SegmentFailure.NotManual("input.segment").exception();
            }
            return segment;
        });
    }

    /**
     * Who would be a member of a segment with this condition.
     *
     * @throws io.clientele.edge.CodedException (some through the {@code Uni}) {@code INVALID_LIMIT}, {@code
     *     UNKNOWN_SEGMENT}, {@code BEHAVIOUR_NOT_COUNTED}, {@code COUNT_NOT_INDEXED}, or as {@link
     *     ConditionInput#ofCustomer}
     */
    Uni<SegmentPreview> preview(ConditionInput input, int sample) {
        if (sample < 0 || sample > MOST_SAMPLED) {
            throw new SegmentFailure.InvalidSample("sample", MOST_SAMPLED).exception();
        }
        SegmentCondition condition = input.ofCustomer("condition");
        Uni<Void> known = condition.segments().isEmpty()
                ? Uni.createFrom().voidItem()
                : all().invoke(segments -> SegmentGraph.known("condition", condition, segments))
                        .replaceWithVoid();
        return known.flatMap(checked -> counters.indexed("condition", condition))
                .flatMap(counted -> searches.preview(counted, sample));
    }
}
