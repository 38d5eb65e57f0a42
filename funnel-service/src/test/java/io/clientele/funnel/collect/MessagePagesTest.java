package io.clientele.funnel.collect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventType;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of pages and screens, which fill a field and stay among the properties. */
class MessagePagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PAGE   | "name":"N"                                                    | {"title":"N"}  | {"name":"N"}
            PAGE   | "properties":{"name":"P"}                                     | {"title":"P"}  | {"name":"P"}
            PAGE   | "name":"N","properties":{"name":"P"}                          | {"title":"N"}  | {"name":"P"}
            PAGE   | "name":"N","properties":{"name":""}                           | {"title":"N"}  | {"name":"N"}
            PAGE   | "name":"N","properties":{"title":"T"}                         | {"title":"T"}  | {"name":"N"}
            PAGE   | "name":"N","context":{"page":{"title":"T"}}                   | {"title":"T"}  | {"name":"N"}
            SCREEN | "name":"N"                                                    | {"path":"N"}   | {"name":"N"}
            SCREEN | "properties":{"name":"P"}                                     | {"path":"P"}   | {"name":"P"}
            SCREEN | "name":"N","properties":{"path":"/p"}                         | {"path":"/p"}  | {"name":"N"}
            SCREEN | "name":"N","context":{"page":{"path":"/p"}}                   | {"path":"/p"}  | {"name":"N"}
            PAGE   | "category":"C"                                                | ""             | {"category":"C"}
            SCREEN | "category":"C","properties":{"category":"D"}                  | ""             | {"category":"D"}
            PAGE   | "properties":{"url":"U","search":"?q","category":"C"} | "" | {"url":"U","search":"?q","category":"C"}
            """)
    void keepsTheirNameAsFieldAndProperty(EventType call, String fields, String page, String properties) {
        JsonNode stored = Messages.stored(call, Messages.of(fields));

        assertThat(stored.path("page")).isEqualTo(page.equals("\"\"") ? Messages.json("") : Messages.json(page));
        assertThat(stored.path("properties")).isEqualTo(Messages.json(properties));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRACK    | "event":"A","name":"N"
            IDENTIFY | "name":"N","category":"C"
            """)
    void readsNoNameOfOtherCalls(EventType call, String fields) {
        JsonNode stored = Messages.stored(call, Messages.of(fields));

        assertThat(stored.has("page")).isFalse();
        assertThat(stored.has("properties")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PAGE   | "name":7                                  | page.title
            PAGE   | "properties":{"name":7}                   | page.title
            PAGE   | "name":"N","properties":{"name":7}        | page.title
            SCREEN | "name":{}                                 | page.path
            SCREEN | "properties":{"name":[],"path":"/p"}      | page.path
            PAGE   | "category":7                              | properties.category
            """)
    void rejectsNamesOfAnotherType(EventType call, String fields, String field) {
        Messages.assertRefused(call, Messages.of(fields), "INVALID_TYPE", field);
    }
}
