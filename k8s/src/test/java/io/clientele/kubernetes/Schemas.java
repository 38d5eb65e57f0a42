package io.clientele.kubernetes;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

/** Says what in a resource its published schema does not allow: unknown and missing fields, and values of a wrong type. */
final class Schemas {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1 Namespace", V1Namespace.class),
            Map.entry("v1 ConfigMap", V1ConfigMap.class),
            Map.entry("v1 Secret", V1Secret.class),
            Map.entry("v1 Service", V1Service.class),
            Map.entry("v1 ServiceAccount", V1ServiceAccount.class),
            Map.entry("apps/v1 Deployment", V1Deployment.class),
            Map.entry("networking.k8s.io/v1 Ingress", V1Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class));

    private static final Map<String, Class<?>> TYPES = Map.of(
            "PodTemplateSpec", V1PodTemplateSpec.class,
            "PersistentVolumeClaim", V1PersistentVolumeClaim.class,
            "ResourceRequirements", V1ResourceRequirements.class,
            "LabelSelector", V1LabelSelector.class);

    private final JsonNode custom;
    private final List<String> problems = new ArrayList<>();

    private Schemas() throws IOException {
        this.custom = Manifests.yaml("custom-resources.yaml");
    }

    static List<String> problems(JsonNode resource) throws IOException {
        Schemas schemas = new Schemas();
        String kind = resource.path("apiVersion").asText() + " "
                + resource.path("kind").asText();
        Class<?> model = KINDS.get(kind);
        if (model != null) {
            schemas.check(model, Manifests.label(resource), resource);
        } else if (schemas.custom.has(kind)) {
            schemas.check(schemas.custom.path(kind), Manifests.label(resource), resource.path("spec"));
        } else {
            schemas.problems.add("of no known kind: " + kind);
        }
        return schemas.problems;
    }

    private void check(Class<?> model, String place, JsonNode value) {
        try {
            JsonElement element = JsonParser.parseString(value.toString());
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, element);
            Object read = JSON.getGson().fromJson(element, model);
            compare(place, value, MAPPER.readTree(JSON.serialize(read)));
        } catch (InvocationTargetException refused) {
            problems.add(place + ": " + refused.getTargetException().getMessage());
        } catch (JsonParseException | QuantityFormatException | IllegalArgumentException refused) {
            problems.add(place + ": " + refused.getMessage());
        } catch (IOException | ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The client reads leniently, a number for a text and a text for a number: what it writes again must be the same. */
    private void compare(String place, JsonNode given, JsonNode read) {
        if (given.isObject() && read.isObject()) {
            given.properties()
                    .forEach(field ->
                            compare(place + "." + field.getKey(), field.getValue(), read.path(field.getKey())));
        } else if (given.isArray() && read.isArray() && given.size() == read.size()) {
            for (int i = 0; i < given.size(); i++) {
                compare(place + "[" + i + "]", given.path(i), read.path(i));
            }
        } else if (!given.equals(read) && !sameBytes(given, read) && !sameQuantity(given, read)) {
            problems.add(place + ": " + given + " is not of the type that the schema asks for");
        }
    }

    /** Base64, of which kustomize writes lines. */
    private static boolean sameBytes(JsonNode given, JsonNode read) {
        return given.isTextual()
                && read.isTextual()
                && given.asText().replace("\n", "").equals(read.asText());
    }

    private static boolean sameQuantity(JsonNode given, JsonNode read) {
        if (!given.isTextual() || !read.isTextual()) {
            return false;
        }
        try {
            return new Quantity(given.asText()).getNumber().compareTo(new Quantity(read.asText()).getNumber()) == 0;
        } catch (QuantityFormatException | NumberFormatException noQuantity) {
            return false;
        }
    }

    private void check(JsonNode shape, String place, JsonNode value) {
        if (shape.isObject() && value.isObject()) {
            value.properties().forEach(field -> {
                if (shape.has(field.getKey())) {
                    check(shape.path(field.getKey()), place + "." + field.getKey(), field.getValue());
                } else {
                    problems.add(place + ": unknown field " + field.getKey());
                }
            });
        } else if (shape.isArray() && value.isArray()) {
            value.forEach(item -> check(shape.path(0), place + "[]", item));
        } else if (TYPES.containsKey(shape.asText())) {
            check(TYPES.get(shape.asText()), place, value);
        } else if (!shape.isValueNode() || !fits(shape.asText(), value)) {
            problems.add(place + ": " + value + " is no " + shape);
        }
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "any" -> true;
            case "string" -> value.isTextual();
            case "integer" -> value.isInt();
            case "boolean" -> value.isBoolean();
            case "strings" -> value.isObject() && value.valueStream().allMatch(JsonNode::isTextual);
            default -> throw new IllegalArgumentException(type);
        };
    }
}
