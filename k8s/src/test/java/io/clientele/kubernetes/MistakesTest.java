package io.clientele.kubernetes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The checks see mistakes: each is put into the resources of production as they are rendered. */
class MistakesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Manifests rendered;

    @BeforeAll
    static void render(@TempDir Path scratch) throws Exception {
        rendered = Manifests.render("prod", scratch);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment | gateway | /spec/template/spec/containers/0 | imagePulPolicy | \"Always\"",
                "Deployment | gateway | /spec/template/spec/containers/0/readinessProbe | periodSecond | 5",
                "Deployment | gateway | /spec/template/spec/containers/0/env/0 | value | 8080",
                "Deployment | gateway | /spec/template/spec | terminationGracePeriodSeconds | \"40\"",
                "Deployment | gateway | /spec/template/spec/containers/0/resources/limits | memory | \"512 MB\"",
                "NetworkPolicy | gateway | /spec/ingress/0 | form | []",
                "HorizontalPodAutoscaler | gateway | /spec | maxReplicas | null",
                "PodDisruptionBudget | gateway | /spec | maxUnavailabel | 1",
                "Ingress | clientele | /spec/rules/0/http/paths/0 | pathType | null",
                "Elasticsearch | clientele | /spec/nodeSets/0 | counts | 3",
                "Elasticsearch | clientele | /spec/nodeSets/0/podTemplate/spec/containers/0 | enviroment | []",
                "Cluster | postgres | /spec | instances | \"3\"",
                "Cluster | postgres | /spec/bootstrap/initdb | databse | \"profile\"",
                "ServiceMonitor | clientele | /spec/endpoints/0 | port | 8080",
                "Deployment | gateway | | apiVersion | \"apps/v2\"",
            })
    void isAgainstTheSchema(String kind, String name, @Nullable String place, String field, String value)
            throws Exception {
        Manifests manifests = rendered.copied();
        JsonNode resource = manifests.one(kind, name);
        assertThat(Schemas.problems(resource)).isEmpty();
        change(resource, place, field, value);
        assertThat(Schemas.problems(resource)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment | gateway | /spec/template/spec | serviceAccountName | \"gatewai\"",
                "Deployment | gateway | /spec/template/metadata/labels | app.kubernetes.io/name | \"gate\"",
                "Deployment | gateway | /spec/template/spec/containers/0/readinessProbe/httpGet | path | \"/health\"",
                "Deployment | gateway | /spec/template/spec/containers/0/livenessProbe/httpGet | port | \"web\"",
                "Deployment | gateway | /spec/template/spec/containers/0/volumeMounts/0 | name | \"temp\"",
                "Deployment | gateway | /spec/template/spec/containers/0/envFrom/0/configMapRef | name | \"service\"",
                "Deployment | gateway | /spec/template/spec/containers/0/env/2/valueFrom/secretKeyRef | key | \"key\"",
                "Deployment | gateway | /spec/template/spec/containers/0/env/1 | value | \"http://funnel:8080\"",
                "Deployment | gateway | /spec/template/spec/containers/0/env/1 | value | \"http://funnel-service:80\"",
                "Service | funnel-service | /spec/ports/0 | targetPort | \"web\"",
                "Service | funnel-service | /spec/selector | app.kubernetes.io/name | \"funnel\"",
                "Ingress | clientele | /spec/rules/0/http/paths/0/backend/service | name | \"gatway\"",
                "Ingress | clientele | /spec/rules/0/http/paths/0/backend/service/port | name | \"web\"",
                "NetworkPolicy | gateway | /spec/podSelector/matchLabels | app.kubernetes.io/name | \"gate\"",
                "PodDisruptionBudget | gateway | /spec/selector/matchLabels | app.kubernetes.io/name | \"gate\"",
                "HorizontalPodAutoscaler | gateway | /spec/scaleTargetRef | name | \"gate\"",
                "Elasticsearch | clientele | /spec/auth/fileRealm/0 | secretName | \"elastic\"",
                "Cluster | postgres | /spec/managed/roles/0/passwordSecret | name | \"postgres\"",
                "Cluster | postgres | /spec/bootstrap/initdb/secret | name | \"postgres\"",
                "Database | campaign | /spec/cluster | name | \"postgresql\"",
            })
    void namesWhatIsNotThere(String kind, String name, String place, String field, String value) throws Exception {
        Manifests manifests = rendered.copied();
        change(manifests.one(kind, name), place, field, value);
        assertThat(References.problems(manifests)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ServiceAccount,gateway", "Secret,token-key", "Secret,postgres-profile", "Service,profile-service"})
    void missesWhatIsLeftOut(String kind, String name) {
        Manifests manifests = rendered.copied();
        List<JsonNode> rest = new ArrayList<>(manifests.all());
        rest.remove(manifests.one(kind, name));
        assertThat(References.problems(new Manifests(rest))).isNotEmpty();
    }

    private static void change(JsonNode resource, @Nullable String place, String field, String value) throws Exception {
        JsonNode holder = place == null ? resource : resource.at(place);
        assertThat(holder).as(place).isInstanceOf(ObjectNode.class);
        ObjectNode object = (ObjectNode) holder;
        if (value.equals("null")) {
            assertThat(object.remove(field)).isNotNull();
        } else {
            object.set(field, JSON.readTree(value));
        }
    }
}
