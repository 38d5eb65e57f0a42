package io.clientele.contract.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ContactsIndexTest {

    @Test
    void mapsEveryFieldByItsTypeAndNoOther() {
        Map<String, String> mapped = new TreeMap<>();
        ContactsIndex.mapping().path("properties").forEachEntry((name, field) -> mapped.put(name, field.toString()));

        assertThat(mapped)
                .isEqualTo(Arrays.stream(ContactField.values())
                        .collect(Collectors.toMap(
                                ContactField::fieldName, field -> mapping(field.type()), (a, b) -> a, TreeMap::new)));
        assertThat(ContactsIndex.mapping().path("dynamic").textValue()).isEqualTo("strict");
    }

    @Test
    void isDescribedFieldByFieldForBiTools() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "bi.md"));
        String contacts = guide.substring(guide.indexOf("\n## contacts\n"), guide.indexOf("\n## events\n"));

        assertThat(ContactField.values())
                .allSatisfy(field -> assertThat(contacts).contains("| `" + field.fieldName() + "` |"));
    }

    @Test
    void isCreatedWithoutTheAliasThatReadersUse() {
        JsonNode creation = ContactsIndex.creation(7, 3, 1);

        assertThat(creation.path("aliases").has("contacts")).isFalse();
        assertThat(creation.path("aliases").has(ContactsIndex.writeAlias(7))).isTrue();
        assertThat(creation.path("settings").path("index.number_of_shards").intValue())
                .isEqualTo(3);
        assertThat(creation.path("settings").path("index.number_of_replicas").intValue())
                .isEqualTo(1);
        assertThat(ContactsIndex.name(7)).isEqualTo("contacts-v7");
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> ContactsIndex.name(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ContactsIndex.creation(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ContactsIndex.creation(1, 33, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ContactsIndex.creation(1, 1, -1));
    }

    private static String mapping(FieldType type) {
        return switch (type) {
            case KEYWORD -> "{\"type\":\"keyword\"}";
            case LONG, MONEY -> "{\"type\":\"long\"}";
            case DATE -> "{\"type\":\"date\",\"format\":\"strict_date_optional_time\"}";
            case DAY, OPEN, SORTED_KEYWORD, HASH, KEPT_DATE, FLAG, KEPT_OBJECT ->
                throw new AssertionError("no type of a contact: " + type);
        };
    }
}
