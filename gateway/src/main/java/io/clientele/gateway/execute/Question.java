package io.clientele.gateway.execute;

import java.util.List;
import java.util.Map;

import io.clientele.gateway.operation.Selections;

/**
 * What a plan is carried out for.
 *
 * @param asked everything that the client asked, what its plan leaves out among it
 * @param refused the paths of what the plan leaves out, by response key and without places in lists
 * @param variables the operation's variables as the client sent them
 * @param headers what goes along to the subgraphs
 */
public record Question(
        Selections asked, List<List<String>> refused, Map<String, Object> variables, Map<String, String> headers) {
    public Question {
        refused = List.copyOf(refused);
    }
}
