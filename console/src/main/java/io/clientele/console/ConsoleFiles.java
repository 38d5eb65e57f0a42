package io.clientele.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.quarkus.runtime.util.ClassPathUtils;
import io.vertx.core.buffer.Buffer;

/** The files of the console, by the path below {@code /} under which each is served. */
final class ConsoleFiles {

    private static final String FOLDER = "clientele-console";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /**
     * A file as it is sent.
     *
     * @param type its media type
     * @param tag the entity tag, a digest of the content in quotes
     * @param plain the content
     * @param zipped the same in gzip
     */
    record ServedFile(String type, String tag, Buffer plain, Buffer zipped) {}

    private ConsoleFiles() {}

    /**
     * Reads all of them.
     *
     * @throws IllegalStateException if the console is not on the class path, or a file is of no type that browsers are told
     */
    static Map<String, ServedFile> read() {
        Map<String, ServedFile> files = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(
                    ConsoleFiles.class.getClassLoader(), FOLDER, folder -> readFolder(folder, files));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!files.containsKey("index.html")) {
            throw new IllegalStateException("the console is packaged with " + FOLDER + "/index.html");
        }
        return files;
    }

    private static void readFolder(Path folder, Map<String, ServedFile> into) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                // A jar's paths may be of another file system than the platform's.
                into.put(folder.relativize(file).toString().replace('\\', '/'), served(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ServedFile served(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("no media type is known for the console's file " + name);
        }
        byte[] content = Files.readAllBytes(file);
        return new ServedFile(type, tag(content), Buffer.buffer(content), Buffer.buffer(zipped(content)));
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }
}
