package io.clientele.funnel.question;

import java.io.IOException;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import io.clientele.funnel.FakeElasticsearch;

/** An Elasticsearch that fails. How is said by the search itself: it asks for an event of that name. */
public final class FailingElasticsearch extends FakeElasticsearch {

    static final String OVERLOADED = "answers 429";
    static final String PARTIAL = "answers of one shard only";
    static final String TIMED_OUT = "answers of the first second only";
    static final String REFUSED = "answers 400";
    static final String HUNG_UP = "closes the connection";

    private static final String SOME_STEPS = "\"aggregations\":{\"funnel\":{\"steps\":[1]}}}";

    @Override
    protected Map<String, HttpHandler> answers() {
        return Map.of("/", FailingElasticsearch::answer);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        if (body.contains(HUNG_UP)) {
            exchange.close();
        } else if (body.contains(OVERLOADED)) {
            answer(exchange, 429, "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"}}");
        } else if (body.contains(PARTIAL)) {
            answer(exchange, 200, "{\"timed_out\":false,\"_shards\":{\"total\":2,\"failed\":1}," + SOME_STEPS);
        } else if (body.contains(TIMED_OUT)) {
            answer(exchange, 200, "{\"timed_out\":true,\"_shards\":{\"total\":2,\"failed\":0}," + SOME_STEPS);
        } else if (body.contains(REFUSED)) {
            answer(exchange, 400, "{\"error\":{\"type\":\"parsing_exception\",\"reason\":\"secret\"}}");
        } else {
            answer(exchange, 503, "{}");
        }
    }
}
