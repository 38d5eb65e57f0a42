package io.clientele.gateway.execute;

import java.util.List;
import java.util.Map;

/** What is expected of one request, and what becomes of its answer. */
sealed interface FetchAnswer permits RootAnswer, EntityAnswer {

    /** Whether there is nothing to ask for. */
    boolean isVain();

    /** The variables of its own. */
    Map<String, Object> variables();

    /**
     * Joins the answer with what is there.
     *
     * @return the errors that it tells of
     * @throws SubgraphException if it is no answer to the request; then nothing is joined
     */
    List<AnswerError> join(SubgraphAnswer answer);

    /** The errors that stand for an answer that never came. */
    List<AnswerError> failed(SubgraphException failure);
}
