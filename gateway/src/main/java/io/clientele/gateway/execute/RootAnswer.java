package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.clientele.gateway.plan.Fetch;

/** The answer to a request for fields of a root type. */
final class RootAnswer implements FetchAnswer {

    private final Fetch.RootFetch fetch;
    private final List<Target> targets;
    private final Renaming renaming;
    private final SubgraphErrors errors;

    RootAnswer(Fetch.RootFetch fetch, List<Target> targets) {
        this.fetch = fetch;
        this.targets = targets;
        this.renaming = new Renaming(fetch.request().renamed());
        this.errors = new SubgraphErrors(fetch.request().subgraph(), renaming);
    }

    @Override
    public boolean isVain() {
        return targets.isEmpty();
    }

    @Override
    public Map<String, Object> variables() {
        return Map.of();
    }

    @Override
    public List<AnswerError> join(SubgraphAnswer answer) {
        if (answer.data() != null) {
            Map<String, Object> renamed = renaming.of(answer.data());
            targets.forEach(target -> Merge.into(target.object(), renamed));
        }
        List<AnswerError> found = new ArrayList<>();
        for (Map<String, Object> error : answer.errors()) {
            found.add(errors.of(error, targets.getFirst().path(), SubgraphErrors.path(error)));
        }
        if (answer.data() == null && answer.errors().isEmpty()) {
            throw new SubgraphException(
                    SubgraphException.Code.SUBGRAPH_ANSWER_MALFORMED, "The subgraph answers neither data nor errors.");
        }
        return found;
    }

    @Override
    public List<AnswerError> failed(SubgraphException failure) {
        return fetch.request().keys().stream()
                .map(key ->
                        errors.of(failure, AnswerPath.below(targets.getFirst().path(), key)))
                .toList();
    }
}
