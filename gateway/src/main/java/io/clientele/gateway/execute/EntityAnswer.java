package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.plan.Fetch;
import io.clientele.gateway.plan.Representation;

/** The answer to a request for entities. Objects of which the same is told are asked for once. */
final class EntityAnswer implements FetchAnswer {

    private final Map<Map<String, Object>, List<Target>> asked = new LinkedHashMap<>();
    private final String variable;
    private final Renaming renaming;
    private final SubgraphErrors errors;

    /** What is missing of an object that is not answered; nothing in particular where several types are asked. */
    private final Set<String> keys;

    EntityAnswer(Fetch.EntityFetch fetch, List<Target> targets) {
        this.variable = fetch.variable();
        this.renaming = new Renaming(fetch.request().renamed());
        this.errors = new SubgraphErrors(fetch.request().subgraph(), renaming);
        this.keys = fetch.representations().containsKey(Representation.ANY)
                ? fetch.request().keys()
                : Set.of();
        for (Target target : targets) {
            Telling.of(target.object(), fetch.representations())
                    .ifPresent(told -> asked.computeIfAbsent(told, any -> new ArrayList<>())
                            .add(target));
        }
    }

    @Override
    public boolean isVain() {
        return asked.isEmpty();
    }

    @Override
    public Map<String, Object> variables() {
        return Map.of(variable, List.copyOf(asked.keySet()));
    }

    @Override
    public List<AnswerError> join(SubgraphAnswer answer) {
        List<List<Target>> places = List.copyOf(asked.values());
        List<AnswerError> found = new ArrayList<>();
        Object answered = answer.data() == null ? null : answer.data().get("_entities");
        if (answered != null) {
            List<?> entities = entities(answered);
            for (int i = 0; i < entities.size(); i++) {
                found.addAll(join(entities.get(i), places.get(i)));
            }
        } else if (answer.errors().isEmpty()) {
            throw malformed("The subgraph answers neither entities nor errors.");
        }
        for (Map<String, Object> error : answer.errors()) {
            found.addAll(located(error, places));
        }
        return found;
    }

    private List<?> entities(Object answered) {
        if (!(answered instanceof List<?> entities)) {
            throw malformed("The subgraph answers no list of entities.");
        }
        if (entities.size() != asked.size()) {
            throw malformed(
                    "The subgraph was asked for " + asked.size() + " entities and answers " + entities.size() + ".");
        }
        return entities;
    }

    private List<AnswerError> join(@Nullable Object entity, List<Target> targets) {
        if (entity instanceof Map<?, ?> map) {
            Map<String, Object> fields = renaming.of(Json.object(map));
            targets.forEach(target -> Merge.into(target.object(), fields));
        }
        return entity == null || entity instanceof Map<?, ?>
                ? List.of()
                : failed(
                        malformed("The subgraph answers something else than an object for an entity."),
                        targets.stream());
    }

    /** An error below {@code _entities[i]} is one at every place that was told of so. */
    private List<AnswerError> located(Map<String, Object> error, List<List<Target>> places) {
        List<Object> path = SubgraphErrors.path(error);
        boolean ofEntity = path.size() > 1
                && "_entities".equals(path.getFirst())
                && path.get(1) instanceof Number index
                && index.intValue() >= 0
                && index.intValue() < places.size();
        List<Target> targets = ofEntity
                ? places.get(((Number) path.get(1)).intValue())
                : places.getFirst().subList(0, 1);
        List<Object> below = ofEntity ? path.subList(2, path.size()) : List.of();
        return targets.stream()
                .flatMap(target -> below.isEmpty()
                        ? missing(target).map(place -> errors.of(error, place, List.of()))
                        : Stream.of(errors.of(error, target.path(), below)))
                .toList();
    }

    @Override
    public List<AnswerError> failed(SubgraphException failure) {
        return failed(failure, asked.values().stream().flatMap(List::stream));
    }

    private List<AnswerError> failed(SubgraphException failure, Stream<Target> places) {
        return places.flatMap(this::missing)
                .map(place -> errors.of(failure, place))
                .toList();
    }

    /** The places in the answer that stay empty when an object is not answered. */
    private Stream<AnswerPath> missing(Target target) {
        return keys.isEmpty()
                ? Stream.ofNullable(target.path())
                : keys.stream().map(key -> AnswerPath.below(target.path(), key));
    }

    private static SubgraphException malformed(String message) {
        return new SubgraphException(SubgraphException.Code.SUBGRAPH_ANSWER_MALFORMED, message);
    }
}
