package io.clientele.console.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.WiringFactory;

/** The schema that the gateway serves, as it is committed. */
public final class PublicSchema {

    private static final Path SUPERGRAPH = Path.of("../gateway/src/main/resources/supergraph.graphql");

    private PublicSchema() {}

    /** Builds it, with one fetcher for the fields of queries and mutations; all others are read from maps. */
    public static GraphQLSchema build(DataFetcher<?> roots) {
        try {
            RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                    .wiringFactory(new PassingScalars())
                    .type("Query", type -> type.defaultDataFetcher(roots))
                    .type("Mutation", type -> type.defaultDataFetcher(roots))
                    .build();
            return new SchemaGenerator()
                    .makeExecutableSchema(new SchemaParser().parse(Files.readString(SUPERGRAPH)), wiring);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Takes the schema's own scalars as they are. */
    private static final class PassingScalars implements WiringFactory {

        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return !ScalarInfo.isGraphqlSpecifiedScalar(
                    environment.getScalarTypeDefinition().getName());
        }

        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
            return GraphQLScalarType.newScalar()
                    .name(environment.getScalarTypeDefinition().getName())
                    .coercing(new Passing())
                    .build();
        }
    }

    private static final class Passing implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseLiteral(
                Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return switch (literal) {
                case StringValue text -> String.valueOf(text.getValue());
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                case BooleanValue truth -> truth.isValue();
                case ArrayValue list -> list.getValues();
                default -> throw new IllegalArgumentException("no scalar is written as " + literal);
            };
        }
    }
}
