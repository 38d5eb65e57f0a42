package io.clientele.gateway.testbed;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SchemaExtensionDefinition;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.parser.Parser;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;

/** Makes a schema that graphql-java can execute from a subgraph's text or from the public schema. */
final class SubgraphSchema {

    private static final String FEDERATION = """
            directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
            directive @requires(fields: String!) on FIELD_DEFINITION
            directive @provides(fields: String!) on FIELD_DEFINITION
            directive @external on OBJECT | FIELD_DEFINITION
            directive @shareable repeatable on OBJECT | FIELD_DEFINITION
            directive @override(from: String!) on FIELD_DEFINITION
            directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ENUM_VALUE | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
            directive @interfaceObject on OBJECT
            scalar _Any
            type _Service { sdl: String! }
            extend type Query { _service: _Service! }
            """;

    private SubgraphSchema() {}

    /** The schema with federation's own fields and directives added. */
    static GraphQLSchema subgraph(String sdl, DataFetcher<?> fetcher, TypeResolver resolver) {
        Document written = Parser.parse(sdl);
        String entities = described(written).getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLObjectType object
                        && !keys(object).isEmpty())
                .map(GraphQLNamedType::getName)
                .sorted()
                .collect(Collectors.joining(" | "));
        String federation = entities.isEmpty()
                ? FEDERATION
                : FEDERATION
                        + "union _Entity = " + entities
                        + "\nextend type Query { _entities(representations: [_Any!]!): [_Entity]! }";
        return executable(join(written, federation), fetcher, resolver);
    }

    static GraphQLSchema executable(String sdl, DataFetcher<?> fetcher, TypeResolver resolver) {
        return executable(Parser.parse(sdl), fetcher, resolver);
    }

    /** The field sets of the type's keys, resolvable or not. */
    static List<GraphQLAppliedDirective> keys(GraphQLDirectiveContainer type) {
        return type.getAppliedDirectives("key");
    }

    static SelectionSet fieldSet(GraphQLAppliedDirective directive) {
        String fields = directive.getArgument("fields").getValue();
        OperationDefinition operation = (OperationDefinition)
                Parser.parse("{" + fields + "}").getDefinitions().getFirst();
        return operation.getSelectionSet();
    }

    private static GraphQLSchema described(Document written) {
        return executable(join(written, FEDERATION), environment -> null, environment -> null);
    }

    /** Schema extensions carry only the link to federation's definitions, which stand here in full. */
    @SuppressWarnings("rawtypes")
    private static Document join(Document written, String more) {
        List<Definition> added = Parser.parse(more).getDefinitions();
        List<Definition> kept = written.getDefinitions();
        boolean hasQuery = kept.stream().anyMatch(SubgraphSchema::isQuery);
        List<Definition> query =
                hasQuery ? List.of() : Parser.parse("type Query").getDefinitions();
        List<Definition> all = Stream.of(kept, query, added)
                .flatMap(List::stream)
                .filter(definition -> !(definition instanceof SchemaExtensionDefinition))
                .toList();
        return Document.newDocument().definitions(all).build();
    }

    private static boolean isQuery(Definition<?> definition) {
        return definition instanceof ObjectTypeDefinition type && type.getName().equals("Query");
    }

    private static GraphQLSchema executable(Document document, DataFetcher<?> fetcher, TypeResolver resolver) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new Wiring(fetcher, resolver))
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().buildRegistry(document), wiring);
    }

    private record Wiring(DataFetcher<?> fetcher, TypeResolver resolver) implements WiringFactory {

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return resolver;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return resolver;
        }

        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return !ScalarInfo.isGraphqlSpecifiedScalar(
                    environment.getScalarTypeDefinition().getName());
        }

        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
            return GraphQLScalarType.newScalar()
                    .name(environment.getScalarTypeDefinition().getName())
                    .definition(environment.getScalarTypeDefinition())
                    .coercing(new AsItIs())
                    .build();
        }

        @Override
        public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
            return fetcher;
        }
    }

    /** A scalar that is whatever the other side sent; only variables, never literals. */
    private static final class AsItIs implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            throw new CoercingParseLiteralException("Only as a variable.");
        }
    }
}
