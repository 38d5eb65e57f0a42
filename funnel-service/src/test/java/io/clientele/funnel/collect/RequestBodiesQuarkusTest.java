package io.clientele.funnel.collect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** However a body is sent: with its length, in chunks or packed. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class RequestBodiesQuarkusTest {

    private static final int LIMIT = 512_000;

    @TestHTTPResource("/v1/batch")
    URI batch;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void takesABodyOfExactlyTheLimitHoweverItIsSent() throws IOException, InterruptedException {
        assertAccepted(send(whole(bodyOf(LIMIT))));
        assertAccepted(send(chunked(bodyOf(LIMIT))));
        assertAccepted(send(packed(bodyOf(LIMIT))));
        assertAccepted(send(chunkedAndPacked(bodyOf(LIMIT))));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 2_000_000, 5_000_000})
    void refusesALargerBodyHoweverItIsSent(int bytes) throws IOException, InterruptedException {
        assertTooLarge(send(whole(bodyOf(bytes))));
        assertTooLarge(send(chunked(bodyOf(bytes))));
        assertTooLarge(send(packed(bodyOf(bytes))));
        assertTooLarge(send(chunkedAndPacked(bodyOf(bytes))));
    }

    @Test
    void stopsUnpackingABodyThatGrowsBeyondAllReason() throws IOException, InterruptedException {
        assertTooLarge(send(packed("x".repeat(40_000_000))));
    }

    @Test
    void servesTheSameSenderAfterARefusal() throws IOException, InterruptedException {
        assertTooLarge(send(chunked(bodyOf(2_000_000))));
        assertAccepted(send(chunked(bodyOf(1_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "a"})
    void readsEveryContentTypeAsJson(String type) throws IOException, InterruptedException {
        assertAccepted(send(whole(bodyOf(1_000)).setHeader("Content-Type", type)));
        assertAccepted(send(chunked(bodyOf(1_000)).setHeader("Content-Type", type)));
    }

    /** A batch of one event and a field that nobody reads, with a percent sign that no form may have there. */
    private static String bodyOf(int bytes) {
        String event = "{\"type\":\"track\",\"event\":\"100%%\",\"userId\":\"u\",\"messageId\":\"%s\"}"
                .formatted(UUID.randomUUID());
        String body = "{\"batch\":[%s],\"padding\":\"".formatted(event);
        return body + "x".repeat(bytes - body.length() - 2) + "\"}";
    }

    private HttpRequest.Builder whole(String body) {
        return request(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder chunked(String body) {
        return request(stream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder packed(String body) throws IOException {
        return request(BodyPublishers.ofByteArray(gzip(body))).setHeader("Content-Encoding", "gzip");
    }

    private HttpRequest.Builder chunkedAndPacked(String body) throws IOException {
        return request(stream(gzip(body))).setHeader("Content-Encoding", "gzip");
    }

    /** Of unknown length, which makes the client send it in chunks. */
    private static BodyPublisher stream(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private HttpRequest.Builder request(BodyPublisher body) {
        String key = Base64.getEncoder().encodeToString((TestShop.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(batch)
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "application/json")
                .POST(body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertAccepted(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("\"accepted\":1");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"");
        assertThat(answer.statusCode()).isEqualTo(413);
    }
}
