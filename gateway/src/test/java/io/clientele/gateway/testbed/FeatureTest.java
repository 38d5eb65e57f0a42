package io.clientele.gateway.testbed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeatureTest {

    static List<Feature> features() {
        return Feature.all();
    }

    @ParameterizedTest
    @MethodSource("features")
    void theSupergraphIsComposedFromTheSubgraphsOfToday(Feature feature) throws NoSuchAlgorithmException {
        String sources = String.join("", feature.subgraphs().values());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(sources.getBytes(StandardCharsets.UTF_8));

        assertThat(feature.supergraph().lines().findFirst())
                .contains(
                        "# composed from subgraphs of sha256 " + HexFormat.of().formatHex(digest));
    }
}
