package io.clientele.contract.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CustomersIndexTest {

    @Test
    void mapsEveryFieldByItsType() {
        Map<String, String> mapped = new TreeMap<>();
        CustomersIndex.mapping(SearchEngine.ELASTICSEARCH)
                .path("properties")
                .forEachEntry((name, field) -> mapped.put(name, field.toString()));
        mapped.keySet().removeAll(Set.of("traits", "segments", "slot", "behaviour", "updated_at"));

        assertThat(mapped)
                .isEqualTo(Arrays.stream(CustomerField.values())
                        .collect(Collectors.toMap(
                                CustomerField::fieldName, field -> mapping(field.type()), (a, b) -> a, TreeMap::new)));
    }

    @Test
    void refusesFieldsThatItDoesNotKnow() {
        assertThat(CustomersIndex.mapping(SearchEngine.ELASTICSEARCH)
                        .path("dynamic")
                        .textValue())
                .isEqualTo("strict");
    }

    @Test
    void isDescribedFieldByFieldForBiTools() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "bi.md"));

        for (JsonNode mapping : List.of(
                CustomersIndex.mapping(SearchEngine.ELASTICSEARCH), EventsIndex.mapping(SearchEngine.ELASTICSEARCH))) {
            collect("", mapping).forEach(field -> assertThat(guide).contains("`" + field + "`"));
        }
    }

    private static List<String> collect(String prefix, JsonNode mapping) {
        List<String> fields = new ArrayList<>();
        mapping.path("properties").forEachEntry((name, field) -> {
            if (field.has("properties")) {
                fields.addAll(collect(prefix + name + ".", field));
            } else {
                fields.add(prefix + name);
            }
        });
        return fields;
    }

    @Test
    void namesTheOpenTypeAsTheEngineDoes() {
        JsonNode openSearch = CustomersIndex.mapping(SearchEngine.OPENSEARCH).path("properties");

        assertThat(openSearch.path("traits")).hasToString("{\"type\":\"flat_object\"}");
    }

    @Test
    void isCreatedWithoutTheAliasThatReadersUse() {
        JsonNode creation = CustomersIndex.creation(SearchEngine.ELASTICSEARCH, 7, 3, 1);

        assertThat(creation.path("aliases").has("customers")).isFalse();
        assertThat(creation.path("aliases").has(CustomersIndex.writeAlias(7))).isTrue();
        assertThat(creation.path("settings").path("index.number_of_shards").intValue())
                .isEqualTo(3);
        assertThat(CustomersIndex.name(7)).isEqualTo("customers-7");
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> CustomersIndex.name(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomersIndex.creation(SearchEngine.ELASTICSEARCH, 1, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomersIndex.creation(SearchEngine.ELASTICSEARCH, 1, 1, -1));
    }

    private static String mapping(FieldType type) {
        return switch (type) {
            case KEYWORD -> "{\"type\":\"keyword\"}";
            case LONG, MONEY, DAY -> "{\"type\":\"long\"}";
            case DATE -> "{\"type\":\"date\",\"format\":\"strict_date_optional_time\"}";
            case OPEN, SORTED_KEYWORD, HASH, KEPT_DATE, FLAG, KEPT_OBJECT ->
                throw new AssertionError("no type of a customer: " + type);
        };
    }
}
