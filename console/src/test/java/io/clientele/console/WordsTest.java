package io.clientele.console;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of both languages: none missing, none forgotten, and with the same values in them. */
class WordsTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();
    private static final Pattern USED = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"");
    private static final Pattern COMPOSED = Pattern.compile("\\bt\\(\\s*`([^`$]*)\\$\\{");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[\\w. ]+)\"");
    private static final Pattern GROUP = Pattern.compile("(?:named|isNamed|badge)\\(\"([a-z]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(keys(words("zh"))).containsExactlyElementsOf(keys(words("en")));
    }

    @Test
    void bothLanguagesShowTheSameValues() throws IOException {
        JsonNode english = words("en");
        JsonNode chinese = words("zh");

        assertThat(keys(english))
                .allSatisfy(key -> assertThat(values(chinese.get(key))).isEqualTo(values(english.get(key))));
    }

    @Test
    void wordsThatDifferByNumberHaveEveryCategory() throws IOException {
        assertThat(words("en"))
                .allSatisfy(words -> assertThat(words.isTextual() || (words.has("one") && words.has("other")))
                        .isTrue());
        assertThat(words("zh"))
                .allSatisfy(words ->
                        assertThat(words.isTextual() || words.has("other")).isTrue());
    }

    @Test
    void chineseIsChinese() throws IOException {
        Set<String> alike = Set.of("value.app", "value.pc", "word.byWhom", "word.separator");
        JsonNode chinese = words("zh");

        assertThat(keys(chinese))
                .filteredOn(key -> !alike.contains(key))
                .allSatisfy(key -> assertThat(chinese.get(key).toString()).containsPattern(HAN));
    }

    @Test
    void whateverIsSaidHasWords() throws IOException {
        Set<String> keys = keys(words("en"));
        for (String script : scripts()) {
            assertThat(keys).containsAll(ConsoleSources.found(USED, script));
            assertThat(ConsoleSources.found(COMPOSED, script))
                    .allSatisfy(start -> assertThat(keys).anyMatch(key -> key.startsWith(start)));
            assertThat(ConsoleSources.found(GROUP, script))
                    .allSatisfy(group -> assertThat(keys).anyMatch(key -> key.startsWith(group + ".")));
        }
    }

    @Test
    void noWordsAreLeftOver() throws IOException {
        Set<String> used = new TreeSet<>();
        Set<String> starts = new TreeSet<>();
        for (String script : scripts()) {
            used.addAll(ConsoleSources.found(LITERAL, script));
            starts.addAll(ConsoleSources.found(COMPOSED, script));
            ConsoleSources.found(GROUP, script).forEach(group -> starts.add(group + "."));
        }

        assertThat(keys(words("en")))
                .allSatisfy(
                        key -> assertThat(used.contains(key) || starts.stream().anyMatch(key::startsWith))
                                .isTrue());
    }

    private static List<String> scripts() throws IOException {
        return ConsoleSources.scripts().entrySet().stream()
                .filter(script -> !script.getKey().startsWith("words/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static JsonNode words(String language) throws IOException {
        String script = ConsoleSources.script("words/" + language + ".js");
        return JSON.readTree(script.replaceFirst("export default ", "").replaceFirst(";\\s*$", ""));
    }

    private static Set<String> keys(JsonNode words) {
        Set<String> keys = new TreeSet<>();
        words.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** A plural may leave its number out of the words for one. */
    private static Set<String> values(JsonNode words) {
        return new TreeSet<>(ConsoleSources.found(VALUE, words.toString()));
    }
}
