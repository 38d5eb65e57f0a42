package io.clientele.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.TypeResolutionEnvironment;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.WiringFactory;

/** One stub subgraph's schema and made-up data: ten users with three reviews each, of eight products. */
final class StubGraph {

    static final List<String> NAMES = List.of("users", "products", "reviews");

    private static final int USERS = 10;
    private static final int PRODUCTS = 8;
    private static final int REVIEWS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FEDERATION = """
            directive @key(fields: String!) on OBJECT
            directive @link(url: String!, import: [String!]) on SCHEMA
            scalar _Any
            extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
            """;

    private static final Map<String, String> ENTITIES =
            Map.of("users", "User", "products", "Product", "reviews", "User | Product");

    private final GraphQL graph;

    private record Entity(String type, int id) {}

    StubGraph(String name) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(GraphQLScalarType.newScalar()
                        .name("_Any")
                        .coercing(new AsSent())
                        .build())
                .type("_Entity", type -> type.typeResolver(StubGraph::type))
                .wiringFactory(new EveryField())
                .build();
        String sdl = SharedSupergraph.subgraph(name) + FEDERATION + "union _Entity = " + ENTITIES.get(name);
        this.graph = GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring))
                .build();
    }

    /** The answer to a request's body, both as JSON. */
    Buffer answer(Buffer body) {
        try {
            JsonNode request = JSON.readTree(body.getBytes());
            Map<String, Object> variables = request.hasNonNull("variables")
                    ? JSON.convertValue(request.get("variables"), new TypeReference<>() {})
                    : Map.of();
            ExecutionInput input = ExecutionInput.newExecutionInput(
                            request.get("query").asText())
                    .variables(variables)
                    .build();
            return Buffer.buffer(JSON.writeValueAsBytes(graph.execute(input).toSpecification()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GraphQLObjectType type(TypeResolutionEnvironment environment) {
        return environment
                .getSchema()
                .getObjectType(environment.<Entity>getObject().type());
    }

    private static @Nullable Object value(DataFetchingEnvironment environment) {
        int id = environment.getSource() instanceof Entity entity ? entity.id() : 0;
        return switch (environment.getFieldDefinition().getName()) {
            case "users" -> some("User", USERS, each -> true);
            case "topProducts" -> some("Product", PRODUCTS, each -> true);
            case "latest" -> some("Review", REVIEWS, each -> true);
            case "_entities" -> entities(environment);
            case "reviews" -> some("Review", REVIEWS, review -> reviewed(environment, review) == id);
            case "author" -> new Entity("User", id % USERS);
            case "product" -> new Entity("Product", id % PRODUCTS);
            case "id", "upc" -> Integer.toString(id);
            case "price" -> id * 10 + 0.99;
            case "weight", "stars" -> id % 5 + 1;
            case String text -> text + " of " + id;
        };
    }

    private static int reviewed(DataFetchingEnvironment environment, int review) {
        Entity entity = environment.getSource();
        return Objects.requireNonNull(entity).type().equals("User") ? review % USERS : review % PRODUCTS;
    }

    private static List<Entity> some(String type, int count, IntPredicate wanted) {
        return IntStream.range(0, count)
                .filter(wanted)
                .mapToObj(id -> new Entity(type, id))
                .toList();
    }

    private static List<Entity> entities(DataFetchingEnvironment environment) {
        List<Map<String, Object>> representations = environment.getArgument("representations");
        return Objects.requireNonNull(representations).stream()
                .map(each -> {
                    String key = String.valueOf(each.getOrDefault("id", each.get("upc")));
                    return new Entity(String.valueOf(each.get("__typename")), Integer.parseInt(key));
                })
                .toList();
    }

    /** Representations come as variables, and as JSON says them. */
    private static final class AsSent implements Coercing<Object, Object> {

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }
    }

    private static final class EveryField implements WiringFactory {

        @Override
        public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
            return StubGraph::value;
        }
    }
}
