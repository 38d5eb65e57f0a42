package io.clientele.elasticsearch.client;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;

/**
 * Makes a span of each request to Elasticsearch, within the trace of the caller. It names the operation and the index, and
 * neither what was asked nor a document's id, for both tell of customers.
 */
@ApplicationScoped
class RequestSpans {

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Begins the span of a request.
     *
     * @param path the request's, such as {@code /events/_search}
     */
    Span start(String path) {
        String operation = "request";
        String index = "";
        for (String part : path.split("/", -1)) {
            if (part.startsWith("_")) {
                operation = part.substring(1);
                break;
            }
            // Only the first is an index: what follows without an operation may be anything.
            index = index.isEmpty() ? part : index;
        }
        return tracer.spanBuilder(index.isEmpty() ? operation : operation + " " + index)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("db.system.name", "elasticsearch")
                .setAttribute("db.operation.name", operation)
                .setAttribute("db.collection.name", index)
                .startSpan();
    }

    /** Ends the span of a request that failed. */
    static void fail(Span span, ElasticsearchFailure failure) {
        span.setStatus(StatusCode.ERROR);
        span.setAttribute("error.type", failure.getClass().getSimpleName());
        span.end();
    }
}
