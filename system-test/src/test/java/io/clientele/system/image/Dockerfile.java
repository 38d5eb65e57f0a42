package io.clientele.system.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads as much of a Dockerfile as ours has; anything else is an error. */
final class Dockerfile {

    private final Path root;
    private final Map<String, String> arguments;
    private final Map<String, String> settings = new TreeMap<>();
    private final List<String> environment = new ArrayList<>();
    private final Map<String, Path> files = new TreeMap<>();

    private Dockerfile(Path root, Map<String, String> arguments) {
        this.root = root;
        this.arguments = new TreeMap<>(arguments);
    }

    /**
     * What an image has that is built from it.
     *
     * @param root the checkout, which is the build's context
     */
    static Dockerfile read(Path root, String file, Map<String, String> arguments) throws IOException {
        Dockerfile image = new Dockerfile(root, arguments);
        for (String line : Files.readAllLines(root.resolve(file))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ", 2);
                image.instruct(words[0], words[1]);
            }
        }
        return image;
    }

    private void instruct(String instruction, String text) throws IOException {
        switch (instruction) {
            case "ARG" -> declare(text);
            case "FROM", "USER", "WORKDIR", "ENTRYPOINT", "CMD" -> settings.put(instruction, filled(text));
            case "ENV" -> environment.add(filled(text));
            case "COPY" -> copy(filled(text).split(" ", 2));
            default -> throw new IllegalArgumentException("not known here: " + instruction);
        }
    }

    private void declare(String text) {
        String[] parts = text.split("=", 2);
        if (parts.length == 2) {
            arguments.putIfAbsent(parts[0], parts[1]);
        }
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            filled = filled.replace("${" + argument.getKey() + "}", argument.getValue());
        }
        return filled;
    }

    private void copy(String[] fromAndTo) throws IOException {
        Path from = root.resolve(fromAndTo[0]);
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(
                            Files.isDirectory(from) ? fromAndTo[1] + from.relativize(file) : fromAndTo[1], file));
        }
    }

    String setting(String instruction) {
        return settings.getOrDefault(instruction, "");
    }

    List<String> environment() {
        return environment;
    }

    /** The files of the context by their paths in the image. */
    Map<String, Path> files() {
        return files;
    }
}
