package io.clientele.gateway.testbed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import io.clientele.gateway.execute.SubgraphRequest;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.GatewayAnswer;
import io.clientele.gateway.federation.GatewayRequest;
import io.clientele.gateway.federation.Limits;

import graphql.ExecutionResult;
import graphql.GraphQLError;

/** The gateway over a bed, and what it does wrong. */
final class FederatedBed {

    private static final int MOST_PLACES = 20;

    private final Bed bed;
    private final BedSubgraphs subgraphs;
    private final FederatedGraph graph;

    FederatedBed(Feature feature, Bed bed, RandomGenerator random) {
        this.bed = bed;
        this.subgraphs = new BedSubgraphs(bed, random);
        this.graph = FederatedGraph.of(feature.supergraph(), subgraphs, Limits.defaults());
    }

    /** How the gateway's answer differs from the one schema's, shrunk to the smallest operation that still differs. */
    Optional<String> wrong(int world, Operation operation) {
        Optional<String> wrong = told(world, operation);
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        Operation smallest =
                new Shrinker(bed::allows, each -> difference(world, each).isPresent()).shrink(operation);
        // What depends on the order of the subgraphs' answers may not happen again.
        return told(world, smallest).or(() -> wrong);
    }

    private Optional<String> told(int world, Operation operation) {
        return difference(world, operation).map(difference -> {
            String sent = subgraphs.sent().stream().map(FederatedBed::line).collect(Collectors.joining());
            return operation.text() + "\nvariables " + operation.variables() + "\n" + difference + "\nsent:" + sent
                    + "\nplan:\n" + explained(operation);
        });
    }

    private String explained(Operation operation) {
        return graph.explain(operation.text(), null, operation.variables());
    }

    private static String line(SubgraphRequest request) {
        return "\n  " + request.subgraph() + ": " + request.query() + " " + request.variables();
    }

    Optional<String> difference(int world, Operation operation) {
        bed.enter(world);
        ExecutionResult expected = bed.expected(operation);
        bed.enter(world);
        subgraphs.sent();
        GatewayAnswer actual =
                subgraphs.settle(graph.answer(new GatewayRequest(operation.text(), null, operation.variables())));
        List<String> mistakes = bed.mistakes();
        if (!mistakes.isEmpty()) {
            return Optional.of("may not be asked: " + mistakes);
        }
        Map<String, Object> data = expected.getData();
        return Difference.between(data, actual.data()).or(() -> errors(expected, actual));
    }

    /** An error of one entity is told at each place of the entity, but at no more than twenty of them. */
    private static Optional<String> errors(ExecutionResult expected, GatewayAnswer actual) {
        Set<List<Object>> wanted =
                expected.getErrors().stream().map(GraphQLError::getPath).collect(Collectors.toSet());
        Set<Object> given =
                actual.errors().stream().map(error -> error.get("path")).collect(Collectors.toSet());
        boolean enough = given.size() == wanted.size() || given.size() >= MOST_PLACES;
        return enough && wanted.containsAll(given)
                ? Optional.empty()
                : Optional.of("errors at " + actual.errors() + " and not at " + wanted);
    }
}
