package io.clientele.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Where the supergraph schema is read from. */
final class SupergraphFile {

    private static final String BUILT_IN = "/supergraph.graphql";

    private SupergraphFile() {}

    /**
     * The text of the schema in that file, or of the one that was composed from our own services.
     *
     * @throws ConfigurationException if the file cannot be read
     */
    static String read(Optional<Path> location) {
        return location.map(SupergraphFile::ofFile).orElseGet(SupergraphFile::builtIn);
    }

    private static String ofFile(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "clientele.supergraph.location names no file of UTF-8 text that can be read: " + file, unreadable);
        }
    }

    private static String builtIn() {
        try (InputStream in = SupergraphFile.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the gateway is packaged with " + BUILT_IN);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
