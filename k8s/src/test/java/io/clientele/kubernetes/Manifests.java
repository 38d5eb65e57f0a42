package io.clientele.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** All resources of an overlay, as {@code kubectl kustomize} renders it after the first step of an installation. */
record Manifests(List<JsonNode> all) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> KEPT = Set.of("base", "components", "overlays", "secrets.sh");
    private static final Path FOLDER = Path.of(System.getProperty("clientele.root"), "k8s");

    /**
     * Renders one overlay.
     *
     * @param scratch a folder where a copy may lie, since the first step writes secrets beside the files
     */
    static Manifests render(String overlay, Path scratch) throws IOException, InterruptedException {
        Path copy = scratch.resolve("k8s");
        if (!Files.exists(copy)) {
            copy(copy);
            run(copy.resolve("secrets.sh").toString());
        }
        String rendered = run(
                "kubectl",
                "kustomize",
                copy.resolve("overlays").resolve(overlay).toString());
        List<JsonNode> all = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(rendered)) {
            documents.forEachRemaining(all::add);
        }
        return new Manifests(all);
    }

    static JsonNode yaml(String resource) throws IOException {
        return YAML.readTree(Manifests.class.getResourceAsStream(resource));
    }

    /** The same again, to be changed. */
    Manifests copied() {
        return new Manifests(all.stream().<JsonNode>map(JsonNode::deepCopy).toList());
    }

    Stream<JsonNode> ofKind(String kind) {
        return all.stream().filter(one -> one.path("kind").asText().equals(kind));
    }

    /** The one of that kind and name. */
    JsonNode one(String kind, String name) {
        return ofKind(kind)
                .filter(one -> name(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    static String name(JsonNode resource) {
        return resource.path("metadata").path("name").asText();
    }

    /** How messages call a resource. */
    static String label(JsonNode resource) {
        return resource.path("kind").asText() + " " + name(resource);
    }

    private static void copy(Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(FOLDER)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file ->
                            KEPT.contains(FOLDER.relativize(file).getName(0).toString()))
                    .filter(file -> !FOLDER.relativize(file).startsWith("components/secrets/generated"))
                    .toList();
        }
        for (Path file : files) {
            Path target = to.resolve(FOLDER.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + complaint)
                .isZero();
        return output;
    }
}
