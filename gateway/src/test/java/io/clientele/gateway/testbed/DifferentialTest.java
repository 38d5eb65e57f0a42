package io.clientele.gateway.testbed;

import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random operations over every feature: the federated answer is the one schema's answer, and no subgraph is asked what it may not be asked.
 *
 * <p>{@code -Dfederation.operations=N} sets how many operations in all, {@code -Dfederation.seed=N} which.
 */
class DifferentialTest {

    private static final int OPERATIONS = Integer.getInteger("federation.operations", 5_000);
    private static final long SEED = Long.getLong("federation.seed", 20_261_122L);

    static Stream<Feature> features() {
        return Feature.all().stream();
    }

    @ParameterizedTest
    @MethodSource("features")
    void answersAsOneSchemaWould(Feature feature) {
        Bed bed = new Bed(feature);
        FederatedBed federated = new FederatedBed(feature, bed, new Random(SEED));
        OperationMaker maker = new OperationMaker(bed.api(), new Random(SEED));
        int wanted = OPERATIONS / Feature.all().size();
        for (int world = 0; world < wanted; world++) {
            assertThat(federated.wrong(world, valid(maker, bed)))
                    .as("operation %d of seed %d", world, SEED)
                    .isEmpty();
        }
    }

    private static Operation valid(OperationMaker maker, Bed bed) {
        Operation made = maker.next();
        while (!bed.allows(made)) {
            made = maker.next();
        }
        return made;
    }
}
