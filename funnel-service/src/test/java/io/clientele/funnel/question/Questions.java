package io.clientele.funnel.question;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.edge.CodedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What tests of questions say often. */
public final class Questions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Questions() {}

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    /** Compares a search's body as it is written, where an int and a long are alike. */
    public static void assertSearch(JsonNode body, String expected) {
        assertThat(json(body.toString())).isEqualTo(json(expected));
    }

    /** Expects a refusal with this code that names this field. */
    public static void assertRefused(ThrowingCallable question, String code, @Nullable String field) {
        CodedException refused = catchThrowableOfType(CodedException.class, question);
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo(field);
    }
}
