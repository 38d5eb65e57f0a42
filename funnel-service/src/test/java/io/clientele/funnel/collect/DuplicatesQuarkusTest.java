package io.clientele.funnel.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.StoreProbe;
import io.clientele.funnel.TestShop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class DuplicatesQuarkusTest {

    private static final int SENDERS = 16;
    private static final int EVENTS = 50;

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void storesOnceWhatManySendAtTheSameMoment() throws Exception {
        String run = UUID.randomUUID().toString();
        String body = IntStream.range(0, EVENTS)
                .mapToObj(i -> "{\"type\":\"track\",\"messageId\":\"%s-%d\",\"userId\":\"u%d\",\"event\":\"A\"}"
                        .formatted(run, i, i % 7))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        CyclicBarrier start = new CyclicBarrier(SENDERS);
        List<JsonPath> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<JsonPath>> sent = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                sent.add(senders.submit(() -> {
                    start.await();
                    return send(body);
                }));
            }
            for (Future<JsonPath> answer : sent) {
                answers.add(answer.get());
            }
        }
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.getInt("accepted"))
                        .sum())
                .isEqualTo(EVENTS);
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.getInt("duplicate"))
                        .sum())
                .isEqualTo((SENDERS - 1) * EVENTS);
        StoreProbe stored = new StoreProbe(elasticsearch);
        assertThat(IntStream.range(0, EVENTS))
                .allSatisfy(i -> assertThat(stored.byMessageId(run + "-" + i)).hasSize(1));
    }

    private static JsonPath send(String body) {
        return given().auth()
                .preemptive()
                .basic(TestShop.WRITE_KEY, "")
                .contentType("application/json")
                .body(body)
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
