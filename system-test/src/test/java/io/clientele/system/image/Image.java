package io.clientele.system.image;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A service's image as the build makes it, on an empty base.
 *
 * @param root where its files are unpacked
 * @param settings what the image says of how it is run: {@code Entrypoint}, {@code Cmd}, {@code User} …
 */
record Image(Path root, JsonNode settings) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Unpacks the layers in their order, with the modes that the image gives its files. */
    static Image unpack(String module, Path root) throws IOException {
        Path tar = Path.of(System.getProperty("clientele.root"), module, "target/image.tar");
        JsonNode manifest = JSON.readTree(entry(tar, "manifest.json")).path(0);
        for (JsonNode layer : manifest.path("Layers")) {
            unpackLayer(entry(tar, layer.asText()), root);
        }
        JsonNode config = JSON.readTree(entry(tar, manifest.path("Config").asText()));
        return new Image(root, config.path("config"));
    }

    /** The program and its arguments. */
    List<String> command() {
        List<String> command = new ArrayList<>(texts("Entrypoint"));
        command.addAll(texts("Cmd"));
        return command;
    }

    List<String> texts(String setting) {
        List<String> texts = new ArrayList<>();
        settings.path(setting).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The files by their paths in the image, such as {@code /app/jvm.options}. */
    Map<String, Path> files() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put("/" + root.relativize(file), file));
        }
        return files;
    }

    private static void unpackLayer(byte[] layer, Path root) throws IOException {
        try (TarArchiveInputStream in =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)))) {
            TarArchiveEntry entry;
            while ((entry = in.getNextEntry()) != null) {
                unpackEntry(entry, in, root.resolve(entry.getName()));
            }
        }
    }

    private static void unpackEntry(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
        }
        Files.setAttribute(target, "unix:mode", entry.getMode() & 0777);
    }

    private static byte[] entry(Path tar, String name) throws IOException {
        try (TarArchiveInputStream in = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)))) {
            TarArchiveEntry entry;
            while ((entry = in.getNextEntry()) != null) {
                if (entry.getName().equals(name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new FileNotFoundException(name + " in " + tar);
    }
}
