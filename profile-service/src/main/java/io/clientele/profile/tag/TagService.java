package io.clientele.profile.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.database.Database;
import io.clientele.database.Mutations;
import io.clientele.edge.text.Texts;
import io.clientele.profile.counter.ActiveCounters;
import io.clientele.profile.counter.CounterUse;
import io.clientele.profile.counter.Counters;
import io.clientele.profile.counter.Counting;
import io.clientele.profile.counter.CountingProgress;
import io.clientele.profile.counter.DefinitionKind;
import io.clientele.profile.definition.DefinitionFailure;
import io.clientele.profile.definition.DefinitionsVersion;
import io.clientele.profile.definition.Reviews;
import io.clientele.profile.definition.StoredCondition;
import io.clientele.profile.index.StoredCustomers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Defines tags, adds and removes them. */
@ApplicationScoped
class TagService {

    private static final int MOST_TAGS = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_CHANGES = 1_000;

    private final Database database;
    private final Mutations mutations;
    private final StoredCustomers customers;
    private final Counters counters;

    TagService(Database database, Mutations mutations, StoredCustomers customers, Counters counters) {
        this.database = database;
        this.mutations = mutations;
        this.customers = customers;
        this.counters = counters;
    }

    Uni<List<TagDefinition>> all() {
        return database.onConnection(TagStore::all);
    }

    Uni<Optional<TagDefinition>> find(String id) {
        return database.onConnection(connection -> TagStore.find(connection, id));
    }

    /** How far the counting of what tags wait for has got, in their order, null for those that wait for nothing. */
    Uni<List<@Nullable Counting>> counting(List<String> ids) {
        return database.onConnection(connection -> TagStore.all(connection)
                .flatMap(all -> counters.active(connection)
                        .flatMap(active -> CountingProgress.of(connection, active, waitingFor(ids, all, active)))));
    }

    private static List<Set<Counter>> waitingFor(List<String> ids, List<TagDefinition> all, ActiveCounters active) {
        Map<String, Set<Counter>> waiting = new HashMap<>();
        for (TagDefinition tag : all) {
            SegmentCondition rule = tag.rule();
            if (rule != null) {
                waiting.put(tag.id(), active.missing(rule));
            }
        }
        return ids.stream().map(id -> waiting.getOrDefault(id, Set.of())).toList();
    }

    /** Defines a tag; answers it as it then stands. */
    Uni<TagDefinition> define(DefineTagInput input, String who) {
        Texts.id("input.id", input.id());
        Texts.check("input.name", input.name(), LONGEST_NAME);
        SegmentCondition rule = rule(input);
        String condition = StoredCondition.text(rule);
        List<String> arguments =
                List.of(input.id(), input.name(), input.kind().name(), condition == null ? "" : condition);
        return mutations
                .once(
                        input.key(),
                        "defineTag",
                        arguments,
                        transaction -> DefinitionsVersion.raise(transaction)
                                .flatMap(version -> TagStore.all(transaction))
                                .invoke(tags -> check(input, rule, tags))
                                .flatMap(tags -> TagStore.put(transaction, input, condition, who))
                                .flatMap(put -> CounterUse.register(transaction, DefinitionKind.TAG, input.id(), rule))
                                .replaceWith(input.id()))
                .flatMap(this::find)
                .map(Optional::orElseThrow);
    }

    private static @Nullable SegmentCondition rule(DefineTagInput input) {
        boolean wanted = input.kind() == TagKind.RULE;
        if (wanted != (input.condition() != null)) {
            throw new TagFailure.ConditionMismatch("input.condition").exception();
        }
        return input.condition() == null ? null : input.condition().ofCustomer("input.condition");
    }

    private static void check(DefineTagInput input, @Nullable SegmentCondition rule, List<TagDefinition> tags) {
        Optional<TagDefinition> before =
                tags.stream().filter(tag -> tag.id().equals(input.id())).findFirst();
        if (before.isPresent() && before.get().kind() != input.kind()) {
            throw new TagFailure.KindChanged("input.kind").exception();
        }
        if (before.isEmpty() && tags.size() >= MOST_TAGS) {
            throw new TagFailure.TooManyTags("input.id", MOST_TAGS).exception();
        }
        if (rule != null) {
            asksForNothingComputed(input.id(), rule, tags);
        }
    }

    private static void asksForNothingComputed(String id, SegmentCondition rule, List<TagDefinition> tags) {
        if (!rule.segments().isEmpty()) {
            throw new TagFailure.RuleOnComputed("input.condition", "asks for a segment").exception();
        }
        Set<String> computed = tags.stream()
                .filter(tag -> tag.kind() == TagKind.RULE)
                .map(TagDefinition::id)
                .collect(Collectors.toSet());
        computed.add(id);
        if (TagRules.asked(rule).stream().anyMatch(computed::contains)) {
            throw new TagFailure.RuleOnComputed("input.condition", "asks for the tag of a rule").exception();
        }
    }

    /** Adds or removes a manual tag; what is so already stays so. */
    Uni<TagDefinition> change(ChangeTagInput input, boolean add, String who) {
        String reason = input.reason();
        if (reason != null) {
            Texts.check("input.reason", reason, LONGEST_REASON);
        }
        TagChange change = new TagChange(input.customer(), input.tag(), add, who, reason);
        List<String> arguments = List.of(input.customer(), input.tag(), reason == null ? "" : reason);
        return mutations
                .once(
                        input.key(),
                        add ? "addTag" : "removeTag",
                        arguments,
                        transaction -> manual(transaction, input.tag())
                                .flatMap(tag -> ids(transaction, input.customer()))
                                .flatMap(ids -> change(transaction, ids, change))
                                .replaceWith(input.tag()))
                .flatMap(this::find)
                .map(Optional::orElseThrow);
    }

    private static Uni<Void> change(SqlConnection transaction, Set<String> ids, TagChange change) {
        Uni<Boolean> changed =
                change.added() ? TagStore.add(transaction, ids, change) : TagStore.remove(transaction, ids, change);
        return changed.flatMap(really -> really
                ? TagStore.keep(transaction, change)
                        .flatMap(kept -> Reviews.request(transaction, List.of(change.customerId())))
                : Uni.createFrom().voidItem());
    }

    /** What was added to a customer and removed from it, the newest first. */
    Uni<List<CustomerTagChange>> history(String anyId) {
        return database.onConnection(connection -> customers
                .ids(connection, anyId)
                .flatMap(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : TagStore.history(connection, ids, MOST_CHANGES)));
    }

    private Uni<Set<String>> ids(SqlConnection transaction, String anyId) {
        return customers.ids(transaction, anyId).invoke(ids -> {
            if (ids.isEmpty()) {
                throw new DefinitionFailure.UnknownCustomer("input.customer").exception();
            }
        });
    }

    private static Uni<TagDefinition> manual(SqlConnection transaction, String id) {
        return TagStore.find(transaction, id).map(found -> {
            TagDefinition tag = found.orElseThrow(() -> new TagFailure.UnknownTag("input.tag").exception());
            if (tag.kind() != TagKind.MANUAL) {
                throw new TagFailure.NotManual("input.tag").exception();
            }
            return tag;
        });
    }
}
