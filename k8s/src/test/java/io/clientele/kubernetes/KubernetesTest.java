package io.clientele.kubernetes;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.kubernetes.client.custom.Quantity;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator of a cluster would find out only when it is too late. */
class KubernetesTest {

    private static final Path ROOT = Path.of(System.getProperty("clientele.root"));

    @TempDir
    private static Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"small", "prod"})
    void isWhatThePublishedSchemasAllow(String overlay) throws Exception {
        List<String> problems = new ArrayList<>();
        for (JsonNode resource : Manifests.render(overlay, scratch).all()) {
            problems.addAll(Schemas.problems(resource));
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "prod"})
    void namesOnlyWhatIsThere(String overlay) throws Exception {
        assertThat(References.problems(Manifests.render(overlay, scratch))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "prod"})
    void setsOnlyDocumentedKeys(String overlay) throws Exception {
        String documented = Files.readString(ROOT.resolve("docs/configuration.md"));
        Manifests manifests = Manifests.render(overlay, scratch);
        Stream<String> common = manifests
                .ofKind("ConfigMap")
                .flatMap(one -> one.path("data").properties().stream())
                .map(Map.Entry::getKey);
        Stream<String> own = manifests
                .ofKind("Deployment")
                .flatMap(one -> container(one).path("env").valueStream())
                .map(variable -> variable.path("name").asText());
        assertThat(Stream.concat(common, own))
                .allSatisfy(key -> assertThat(documented).contains("`" + key + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "prod"})
    void givesServicesNoRights(String overlay) throws Exception {
        assertThat(Manifests.render(overlay, scratch).ofKind("Deployment"))
                .hasSize(4)
                .allSatisfy(one -> {
                    JsonNode pod = one.path("spec").path("template").path("spec");
                    assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                            .isFalse();
                    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                            .isTrue();
                    assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                            .isEqualTo("RuntimeDefault");
                    JsonNode own = container(one).path("securityContext");
                    assertThat(own.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                    assertThat(own.path("allowPrivilegeEscalation").asBoolean(true))
                            .isFalse();
                    assertThat(own.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                });
    }

    @Test
    void fitsTheSmallOneIntoFourGibibytesWithRoomForTheSystem() throws Exception {
        Manifests manifests = Manifests.render("small", scratch);
        BigDecimal sum = Stream.of("Deployment", "Elasticsearch", "Cluster")
                .flatMap(manifests::ofKind)
                .map(KubernetesTest::memoryLimit)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mebibyte = BigDecimal.valueOf(1024 * 1024);
        assertThat(sum)
                .isBetween(mebibyte.multiply(BigDecimal.valueOf(2048)), mebibyte.multiply(BigDecimal.valueOf(3072)));
    }

    @Test
    void waitsForRequestsThatAreUnderWayBeforeAServiceIsKilled() throws Exception {
        Manifests manifests = Manifests.render("prod", scratch);
        JsonNode told = manifests.ofKind("ConfigMap").findFirst().orElseThrow().path("data");
        int shutdown = seconds(told.path("QUARKUS_SHUTDOWN_DELAY")) + seconds(told.path("QUARKUS_SHUTDOWN_TIMEOUT"));
        assertThat(manifests.ofKind("Deployment"))
                .allSatisfy(one -> assertThat(one.at("/spec/template/spec/terminationGracePeriodSeconds")
                                .asInt())
                        .isGreaterThan(shutdown));
    }

    @Test
    void keepsTheSchemaFromThePublic() throws Exception {
        assertThat(Manifests.render("prod", scratch).ofKind("Deployment"))
                .filteredOn(one -> "gateway".equals(one.at("/metadata/name").asText()))
                .singleElement()
                .satisfies(gateway -> assertThat(container(gateway).path("env").valueStream())
                        .anySatisfy(variable -> {
                            assertThat(variable.path("name").asText())
                                    .isEqualTo("CLIENTELE_GATEWAY_LIMITS_INTROSPECTION");
                            assertThat(variable.path("value").asText()).isEqualTo("false");
                        }));
    }

    private static int seconds(JsonNode duration) {
        return Integer.parseInt(duration.asText().replace("s", ""));
    }

    /** Of a resource in all its instances. */
    private static BigDecimal memoryLimit(JsonNode resource) {
        JsonNode spec = resource.path("spec");
        JsonNode node = spec.path("nodeSets").path(0);
        return switch (resource.path("kind").asText()) {
            case "Deployment" ->
                limit(container(resource))
                        .multiply(BigDecimal.valueOf(spec.path("replicas").asInt()));
            case "Elasticsearch" ->
                limit(node.at("/podTemplate/spec/containers/0"))
                        .multiply(BigDecimal.valueOf(node.path("count").asInt()));
            default ->
                limit(spec).multiply(BigDecimal.valueOf(spec.path("instances").asInt()));
        };
    }

    private static BigDecimal limit(JsonNode holder) {
        return new Quantity(holder.at("/resources/limits/memory").asText()).getNumber();
    }

    private static JsonNode container(JsonNode deployment) {
        return deployment.at("/spec/template/spec/containers/0");
    }
}
