package io.clientele.gateway.testbed;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One folder of the test resources: the subgraphs' schemas by name, what they compose to, and which type's entities which subgraph knows only in part.
 *
 * @param absent entity type to the one subgraph that does not know all of its entities
 */
record Feature(
        String name,
        String supergraph,
        String api,
        SortedMap<String, String> subgraphs,
        SortedMap<String, String> absent) {

    private static final Set<String> COMPOSED = Set.of("supergraph.graphql", "api.graphql");
    private static final String SCHEMA = ".graphql";

    static List<Feature> all() {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .map(Feature::named)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Feature named(String name) {
        Path folder = root().resolve(name);
        SortedMap<String, String> subgraphs = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String fileName = file.getFileName().toString();
                if (fileName.endsWith(SCHEMA) && !COMPOSED.contains(fileName)) {
                    subgraphs.put(fileName.substring(0, fileName.length() - SCHEMA.length()), Files.readString(file));
                }
            }
            return new Feature(
                    name,
                    Files.readString(folder.resolve("supergraph.graphql")),
                    Files.readString(folder.resolve("api.graphql")),
                    subgraphs,
                    absent(folder.resolve("absent.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> absent(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        SortedMap<String, String> absent = new TreeMap<>();
        properties.stringPropertyNames().forEach(type -> absent.put(type, properties.getProperty(type)));
        return absent;
    }

    private static Path root() {
        try {
            URI uri = Objects.requireNonNull(Feature.class.getResource("/federation"))
                    .toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
