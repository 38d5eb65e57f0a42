package io.clientele.gateway.testbed;

import java.util.HashMap;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;

/** The state that mutations change: each one's answer depends on those before it, so their order shows. */
final class Tally {

    private final StringBuilder done = new StringBuilder();

    void clear() {
        done.setLength(0);
    }

    /** The field's arguments, and for a mutation also what was done before it. */
    Map<String, Object> count(DataFetchingEnvironment environment) {
        Map<String, Object> arguments = environment.getArguments();
        if (!((GraphQLObjectType) environment.getParentType()).getName().equals("Mutation")) {
            return arguments;
        }
        String field = environment.getFieldDefinition().getName();
        done.append(field).append(Roll.text(arguments)).append(';');
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("#", Roll.of(done.toString(), Integer.MAX_VALUE));
        return all;
    }
}
