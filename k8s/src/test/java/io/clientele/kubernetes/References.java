package io.clientele.kubernetes;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

/** Says what the resources of an overlay name that is not there: accounts, secrets and their keys, services, ports, pods. */
final class References {

    /** Services and pods that operators make, with their ports. */
    private static final Map<String, Integer> OPERATORS_SERVICES =
            Map.of("clientele-es-http", 9200, "postgres-rw", 5432);

    private static final Set<String> OPERATORS_LABELS =
            Set.of("elasticsearch.k8s.elastic.co/cluster-name=clientele", "cnpg.io/cluster=postgres");

    private static final Set<String> PROBES = Set.of("/q/health/live", "/q/health/ready", "/q/health/started");

    /** Made by the cluster's own certificates. */
    private static final Set<String> FOREIGN_SECRETS = Set.of("clientele-tls");

    private final Manifests manifests;
    private final List<String> problems = new ArrayList<>();

    private References(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> problems(Manifests manifests) {
        References references = new References(manifests);
        manifests.ofKind("Deployment").forEach(references::deployment);
        manifests.ofKind("Service").forEach(references::service);
        manifests.ofKind("Ingress").forEach(references::ingress);
        for (String kind : List.of("NetworkPolicy", "PodDisruptionBudget", "ServiceMonitor")) {
            manifests.ofKind(kind).forEach(references::selectors);
        }
        manifests.ofKind("HorizontalPodAutoscaler").forEach(references::target);
        manifests.all().forEach(references::secrets);
        manifests
                .ofKind("Database")
                .forEach(one -> references.mustExist(
                        one,
                        "Cluster",
                        one.path("spec").path("cluster").path("name").asText()));
        return references.problems;
    }

    private void deployment(JsonNode deployment) {
        JsonNode template = deployment.path("spec").path("template");
        JsonNode pod = template.path("spec");
        if (!matches(deployment.path("spec").path("selector").path("matchLabels"), template)) {
            complain(deployment, "its selector does not match its pods");
        }
        mustExist(deployment, "ServiceAccount", pod.path("serviceAccountName").asText());
        for (JsonNode container : pod.path("containers")) {
            container
                    .path("envFrom")
                    .forEach(from -> mustExist(
                            deployment,
                            "ConfigMap",
                            from.path("configMapRef").path("name").asText()));
            container
                    .path("env")
                    .forEach(variable ->
                            address(deployment, variable.path("value").asText()));
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                probe(deployment, container, container.path(probe).path("httpGet"));
            }
            container.path("volumeMounts").forEach(mount -> {
                if (pod.path("volumes").valueStream().noneMatch(has("name", mount.path("name")))) {
                    complain(deployment, "no volume " + mount.path("name").asText());
                }
            });
        }
    }

    private void probe(JsonNode deployment, JsonNode container, JsonNode get) {
        if (!PROBES.contains(get.path("path").asText())) {
            complain(deployment, "no probe at " + get.path("path").asText());
        }
        if (container.path("ports").valueStream().noneMatch(has("name", get.path("port")))) {
            complain(deployment, "no port " + get.path("port").asText() + " to probe");
        }
    }

    private void service(JsonNode service) {
        List<JsonNode> pods = pods(service.path("spec").path("selector"));
        if (pods.isEmpty()) {
            complain(service, "no pod has the labels of its selector");
        }
        service.path("spec")
                .path("ports")
                .forEach(port -> pods.forEach(pod -> {
                    JsonNode ports = pod.path("spec").path("containers").path(0).path("ports");
                    if (ports.valueStream().noneMatch(has("name", port.path("targetPort")))) {
                        complain(service, "no port " + port.path("targetPort").asText() + " in its pods");
                    }
                }));
    }

    private void ingress(JsonNode ingress) {
        ingress.path("spec")
                .path("rules")
                .forEach(rule -> rule.path("http").path("paths").forEach(path -> {
                    JsonNode backend = path.path("backend").path("service");
                    boolean there = manifests
                            .ofKind("Service")
                            .filter(one -> Manifests.name(one)
                                    .equals(backend.path("name").asText()))
                            .flatMap(one -> one.path("spec").path("ports").valueStream())
                            .anyMatch(has("name", backend.path("port").path("name")));
                    if (!there) {
                        complain(ingress, "no such service and port: " + backend);
                    }
                }));
    }

    private void selectors(JsonNode resource) {
        eachNamed("podSelector", resource, selector -> podSelector(resource, selector));
        JsonNode own = resource.path("spec").path("selector");
        if (!own.isMissingNode()) {
            podSelector(resource, own);
        }
    }

    private void podSelector(JsonNode resource, JsonNode selector) {
        JsonNode labels = selector.path("matchLabels");
        boolean operators = labels.properties().stream()
                .anyMatch(label -> OPERATORS_LABELS.contains(
                        label.getKey() + "=" + label.getValue().asText()));
        if (!operators && pods(labels).isEmpty()) {
            complain(resource, "no pod has the labels " + labels);
        }
    }

    private void target(JsonNode autoscaler) {
        JsonNode target = autoscaler.path("spec").path("scaleTargetRef");
        mustExist(autoscaler, target.path("kind").asText(), target.path("name").asText());
    }

    private void secrets(JsonNode resource) {
        for (String field : List.of("secretName", "secretKeyRef", "secret", "passwordSecret")) {
            eachNamed(field, resource, value -> secret(resource, value));
        }
    }

    private void secret(JsonNode resource, JsonNode reference) {
        // A volume names its secret one level deeper, where this comes by again.
        String name = reference.isTextual()
                ? reference.asText()
                : reference.path("name").asText();
        if (name.isEmpty() || FOREIGN_SECRETS.contains(name)) {
            return;
        }
        mustExist(resource, "Secret", name);
        String key = reference.path("key").asText();
        boolean has = manifests
                .ofKind("Secret")
                .filter(one -> Manifests.name(one).equals(name))
                .allMatch(one -> key.isEmpty() || one.path("data").has(key));
        if (!has) {
            complain(resource, "Secret " + name + " has no key " + key);
        }
    }

    /** Whether what an address or {@code host:port} names is a service with that port. */
    private void address(JsonNode resource, String value) {
        if (!value.contains(":")) {
            return;
        }
        URI address = URI.create(value.contains("://") ? value : "tcp://" + value);
        if (address.getPort() < 0) {
            return;
        }
        boolean ours = manifests
                .ofKind("Service")
                .filter(one -> Manifests.name(one).equals(address.getHost()))
                .flatMap(one -> one.path("spec").path("ports").valueStream())
                .anyMatch(port -> port.path("port").asInt() == address.getPort());
        if (!ours && OPERATORS_SERVICES.getOrDefault(address.getHost(), -1) != address.getPort()) {
            complain(resource, "no service at " + value);
        }
    }

    private List<JsonNode> pods(JsonNode labels) {
        return manifests
                .ofKind("Deployment")
                .map(one -> one.path("spec").path("template"))
                .filter(template -> matches(labels, template))
                .toList();
    }

    private static boolean matches(JsonNode labels, JsonNode template) {
        JsonNode own = template.path("metadata").path("labels");
        return labels.properties().stream().allMatch(label -> label.getValue().equals(own.path(label.getKey())));
    }

    private void mustExist(JsonNode resource, String kind, String name) {
        if (manifests.ofKind(kind).noneMatch(one -> Manifests.name(one).equals(name))) {
            complain(resource, "no " + kind + " " + name);
        }
    }

    private void complain(JsonNode resource, String problem) {
        problems.add(Manifests.label(resource) + ": " + problem);
    }

    private static Predicate<JsonNode> has(String field, JsonNode value) {
        return one -> one.path(field).equals(value);
    }

    private static void eachNamed(String field, JsonNode tree, Consumer<JsonNode> action) {
        tree.findValues(field).forEach(action);
    }
}
