package io.clientele.contract.event;

import java.math.BigInteger;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.InvalidEvent.Code;

import static org.assertj.core.api.Assertions.assertThat;

class FreeFieldsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void seesLeavesAsTheTextThatTheIndexKeeps() {
        FreeFields fields = free("{\"t\":\"x\",\"n\":1.50,\"big\":1E+30,\"b\":false,\"none\":null,\"empty\":\"\"}");

        assertThat(fields.values("t")).containsExactly("x");
        assertThat(fields.values("n")).containsExactly("1.50");
        assertThat(fields.values("big")).containsExactly("1E+30");
        assertThat(fields.values("b")).containsExactly("false");
        assertThat(fields.values("none")).isEmpty();
        assertThat(fields.values("empty")).containsExactly("");
        assertThat(fields.values("absent")).isEmpty();
    }

    @Test
    void findsAPathByNestingAndByDotsWithinKeys() {
        FreeFields fields = free("{\"a\":{\"b\":{\"c\":1},\"b.c\":2},\"a.b\":[{\"c\":3},[{\"c\":[4,5]}]],\"a.b.c\":6}");

        assertThat(fields.values("a.b.c")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(fields.values("a.b")).isEmpty();
        assertThat(fields.values("a")).isEmpty();
    }

    @Test
    void doesNotSeeLeavesThatTheIndexPassesOver() {
        FreeFields fields = free("{\"k\":[\"%s\",\"%s\"]}".formatted("x".repeat(1_024), "y".repeat(1_025)));

        assertThat(fields.values("k")).containsExactly("x".repeat(1_024));
    }

    @Test
    void isTheSameForTheSameNumbersOfAnyType() {
        ObjectNode narrow = JSON.objectNode().put("n", 1).put("d", 1.5f);
        ObjectNode wide = JSON.objectNode().put("n", BigInteger.ONE).put("d", 1.5);

        assertThat(FreeFields.of("properties", narrow))
                .isEqualTo(FreeFields.of("properties", wide))
                .hasSameHashCodeAs(FreeFields.of("properties", wide));
    }

    @Test
    void isNotChangedThroughItsTrees() {
        ObjectNode given = JSON.objectNode().put("k", "v");
        FreeFields fields = FreeFields.of("properties", given);
        given.put("k", "other");
        fields.json().put("k", "another");

        assertThat(fields.values("k")).containsExactly("v");
    }

    @Test
    void refusesNestingBeyondItsLimit() {
        assertThat(FreeFields.of("traits", nested(16)).keys()).isEqualTo(16);
        Refusals.refuses(() -> FreeFields.of("traits", nested(17)), Code.TOO_DEEP, "traits");
    }

    @Test
    void refusesNestingOfArraysBeyondItsLimit() {
        ObjectNode arrays = (ObjectNode) Samples.tree("{\"k\":" + "[".repeat(15) + "]".repeat(15) + "}");
        ObjectNode deeper = (ObjectNode) Samples.tree("{\"k\":" + "[".repeat(16) + "]".repeat(16) + "}");

        assertThat(FreeFields.of("traits", arrays).keys()).isEqualTo(1);
        Refusals.refuses(() -> FreeFields.of("traits", deeper), Code.TOO_DEEP, "traits");
    }

    @Test
    void refusesKeysBeyondTheirLimit() {
        assertThat(FreeFields.of("traits", JSON.objectNode().put("k".repeat(256), 1))
                        .keys())
                .isEqualTo(1);
        Refusals.refuses(
                () -> FreeFields.of("traits", JSON.objectNode().put("k".repeat(257), 1)), Code.TOO_LONG, "traits");
    }

    @Test
    void refusesThousandsOfKeysOnAnyLevel() {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < 999; i++) {
            object.withObject("/inner").put("k" + i, i);
        }

        assertThat(FreeFields.of("traits", object).keys()).isEqualTo(1_000);
        object.put("one more", 1);
        Refusals.refuses(() -> FreeFields.of("traits", object), Code.TOO_MANY_KEYS, "traits");
    }

    @Test
    void refusesWhatJsonCannotWrite() {
        Refusals.refuses(
                () -> FreeFields.of("traits", JSON.objectNode().put("k", Double.NaN)), Code.INVALID_TYPE, "traits");
        Refusals.refuses(
                () -> FreeFields.of("traits", JSON.objectNode().put("k", new byte[1])), Code.INVALID_TYPE, "traits");
        Refusals.refuses(
                () -> FreeFields.of("traits", JSON.objectNode().putPOJO("k", this)), Code.INVALID_TYPE, "traits");
    }

    @Test
    void keepsPersonalDataOutOfLogs() {
        assertThat(free("{\"email\":\"jane@shop.example\"}")).hasToString("FreeFields[1 keys]");
    }

    private static FreeFields free(String json) {
        return Samples.free("properties", json);
    }

    private static ObjectNode nested(int levels) {
        ObjectNode object = JSON.objectNode().put("k", 1);
        for (int i = 1; i < levels; i++) {
            object = JSON.objectNode().set("k", object);
        }
        return object;
    }
}
