package io.clientele.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The households of Complete Journey as their file tells of them; its cells hold neither quotes nor commas. */
final class Households {
    private Households() {}

    /** Traits by the household's id, without those that the file does not know. */
    static Map<String, JsonNode> of(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> names = cells(reader.readLine());
            Map<String, JsonNode> households = new TreeMap<>();
            reader.lines()
                    .map(Households::cells)
                    .forEach(cells -> households.put(cells.getFirst(), traits(names, cells)));
            return households;
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private static JsonNode traits(List<String> names, List<String> cells) {
        ObjectNode traits = JsonNodeFactory.instance.objectNode();
        for (int i = 1; i < names.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                traits.put(names.get(i), cells.get(i));
            }
        }
        return traits;
    }
}
