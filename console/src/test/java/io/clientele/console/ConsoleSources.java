package io.clientele.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The console's scripts, as texts. */
final class ConsoleSources {

    private static final Path FOLDER = Path.of("src/main/resources/clientele-console");

    private ConsoleSources() {}

    /** Every script of ours by its path. */
    static Map<String, String> scripts() throws IOException {
        Map<String, String> scripts = new TreeMap<>();
        try (Stream<Path> found = Files.walk(FOLDER)) {
            for (Path file :
                    found.filter(path -> path.toString().endsWith(".js")).toList()) {
                scripts.put(FOLDER.relativize(file).toString(), Files.readString(file));
            }
        }
        return scripts;
    }

    static String script(String path) throws IOException {
        return Files.readString(FOLDER.resolve(path));
    }

    /** What a pattern's first group finds in a text. */
    static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
