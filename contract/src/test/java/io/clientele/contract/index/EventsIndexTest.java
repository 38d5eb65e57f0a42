package io.clientele.contract.index;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventsIndexTest {

    @Test
    void sortsByCustomerAndTime() {
        JsonNode settings =
                EventsIndex.creation(SearchEngine.ELASTICSEARCH, 2, 0).path("settings");

        assertThat(settings.path("index.sort.field")).hasToString("[\"customer_hash\",\"@timestamp\"]");
        assertThat(settings.path("index.number_of_shards").intValue()).isEqualTo(2);
        assertThat(settings.path("index.number_of_routing_shards").intValue()).isEqualTo(64);
        assertThat(settings.path("index.translog.durability").textValue()).isEqualTo("request");
    }

    @Test
    void readAliasHidesTombstonesAndWriteAliasDoesNot() {
        JsonNode aliases =
                EventsIndex.creation(SearchEngine.ELASTICSEARCH, 2, 0).path("aliases");

        assertThat(aliases.path("events").path("filter"))
                .hasToString("{\"bool\":{\"must_not\":{\"term\":{\"tombstone\":true}}}}");
        assertThat(aliases.path("events-write")).hasToString("{\"is_write_index\":true}");
    }

    @Test
    void refusesFieldsThatItDoesNotKnow() {
        assertThat(EventsIndex.mapping(SearchEngine.ELASTICSEARCH)
                        .path("dynamic")
                        .textValue())
                .isEqualTo("strict");
    }

    @Test
    void namesTheOpenTypeAsTheEngineDoes() {
        JsonNode elasticsearch = EventsIndex.mapping(SearchEngine.ELASTICSEARCH).path("properties");
        JsonNode openSearch = EventsIndex.mapping(SearchEngine.OPENSEARCH).path("properties");

        assertThat(elasticsearch.path("properties").path("type").textValue()).isEqualTo("flattened");
        assertThat(openSearch.path("properties")).hasToString("{\"type\":\"flat_object\"}");
        assertThat(openSearch.path("traits")).hasToString("{\"type\":\"flat_object\"}");
        assertThat(openSearch.path("event")).isEqualTo(elasticsearch.path("event"));
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventsIndex.creation(SearchEngine.ELASTICSEARCH, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> EventsIndex.creation(SearchEngine.ELASTICSEARCH, 33, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> RejectedEventsIndex.creation(-1));
    }

    @Test
    void keepsTheRawItemWithoutIndexingIt() {
        JsonNode creation = RejectedEventsIndex.creation(0);

        assertThat(creation.path("mappings").path("properties").path("raw"))
                .hasToString("{\"type\":\"keyword\",\"index\":false,\"doc_values\":false}");
        assertThat(creation.path("aliases").has("rejected-events")).isTrue();
    }
}
