package io.clientele.elasticsearch.client;

import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import static org.assertj.core.api.Assertions.assertThat;

class RequestSpansTest {

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();

    @AutoClose
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exported))
            .build();

    private final RequestSpans spans = new RequestSpans(provider.get("test"));

    @ParameterizedTest
    @CsvSource({
        "/events/_search, search events",
        "/_bulk, bulk",
        "/events-write/_doc/customer-42, doc events-write",
        "/events/_create/customer-42, create events",
        "/customers/_update/customer-42, update customers",
        "/_cluster/state/metadata/events, cluster",
        "/customers-7, request customers-7",
        "/customers-7/customer-42, request customers-7",
        "/, request",
    })
    void tellTheOperationAndTheIndexAndNothingElse(String path, String name) {
        spans.start(path).end();
        SpanData span = only();
        assertThat(span.getName()).isEqualTo(name);
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("db.system.name")))
                .isEqualTo("elasticsearch");
        assertThat(span.toString()).doesNotContain("customer-42");
    }

    @Test
    void tellAFailureByItsKindOnly() {
        RequestSpans.fail(
                spans.start("/customers/_search"),
                new ElasticsearchFailure.Refused(400, "parsing_exception", "of customer-42"));
        SpanData span = only();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("Refused");
        assertThat(span.toString()).doesNotContain("customer-42");
    }

    private SpanData only() {
        List<SpanData> all = exported.getFinishedSpanItems();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
