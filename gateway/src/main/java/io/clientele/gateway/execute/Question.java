package io.clientele.gateway.execute;

import java.util.Map;

/**
 * What a plan is carried out with.
 *
 * @param variables the operation's variables as the client sent them
 * @param headers what goes along to the subgraphs
 */
public record Question(Map<String, Object> variables, Map<String, String> headers) {}
