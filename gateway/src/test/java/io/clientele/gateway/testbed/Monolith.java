package io.clientele.gateway.testbed;

import org.jspecify.annotations.Nullable;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;

/** One schema over the whole universe: what a federated answer must equal. */
final class Monolith {

    private final Universe universe;
    private final Tally tally;
    private final CheckedGraph graph;

    Monolith(String api, Universe universe, Tally tally) {
        this.universe = universe;
        this.tally = tally;
        this.graph = new CheckedGraph(SubgraphSchema.executable(
                api,
                this::fetch,
                environment -> environment
                        .getSchema()
                        .getObjectType(environment.<Thing>getObject().type())));
    }

    CheckedGraph graph() {
        return graph;
    }

    private @Nullable Object fetch(DataFetchingEnvironment environment) {
        String type = ((GraphQLObjectType) environment.getParentType()).getName();
        Thing source = environment.getSource() instanceof Thing thing ? thing : Thing.root(type);
        return universe.value(source, environment.getFieldDefinition().getName(), tally.count(environment));
    }
}
