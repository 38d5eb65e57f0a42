package io.clientele.gateway.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.edge.EdgeCode;
import io.clientele.gateway.federation.GatewayRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads HTTP requests as requests of GraphQL.
 *
 * <p>A page of another origin can make a browser send some requests without asking first, with whatever the browser itself
 * knows of the user. None of those is taken: neither a POST as a form sends it nor a GET without a header that forms lack.
 */
final class RequestReader {

    /** Headers of which one must be with a GET: a browser asks before it sends them for another origin. */
    private static final List<String> PREFLIGHTED = List.of("Apollo-Require-Preflight", "X-Apollo-Operation-Name");

    /** What goes along to the subgraphs: who asks, and what the request's logs are found by. */
    private static final List<String> FORWARDED = List.of("Authorization", "X-Request-Id");

    /** What a trace is carried on by. Where the gateway traces, its own calls say that they are part of the trace. */
    private static final List<String> TRACE = List.of("traceparent", "tracestate", "baggage");

    private RequestReader() {}

    /**
     * Refuses what is not to be read at all.
     *
     * @throws RefusedRequestException if the method or the content type is none of ours
     */
    static void checkHead(RoutingContext context) {
        if (HttpMethod.POST.equals(context.request().method())) {
            if (!isJson(context)) {
                throw new RefusedRequestException(
                        415, EdgeCode.REQUEST_MALFORMED, "Send the header 'Content-Type: application/json', in UTF-8.");
            }
        } else if (!isJson(context)
                && PREFLIGHTED.stream().noneMatch(context.request().headers()::contains)) {
            throw RefusedRequestException.malformed("A GET needs one of the headers 'Content-Type: application/json', '"
                    + String.join("', '", PREFLIGHTED) + "', so that no page of another origin can send it unasked.");
        }
    }

    /**
     * Reads a request whose body is there.
     *
     * @throws RefusedRequestException if it is no request of GraphQL
     */
    static GatewayRequest read(RoutingContext context) {
        boolean post = HttpMethod.POST.equals(context.request().method());
        GraphqlParameters asked = post
                ? GraphqlParameters.ofBody(
                        context.body().buffer() == null
                                ? new byte[0]
                                : context.body().buffer().getBytes())
                : GraphqlParameters.ofQuery(context.queryParams());
        return new GatewayRequest(
                asked.query(), asked.operationName(), asked.variables(), roles(context), headers(context), !post);
    }

    private static boolean isJson(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaderNames.CONTENT_TYPE)) {
            return false;
        }
        MIMEHeader type = context.parsedHeaders().contentType();
        String charset = type.parameter("charset");
        return "application/json".equalsIgnoreCase(type.value())
                && (charset == null || "utf-8".equalsIgnoreCase(charset));
    }

    private static Map<String, String> headers(RoutingContext context) {
        Map<String, String> headers = new LinkedHashMap<>();
        FORWARDED.forEach(name -> copy(name, context, headers));
        if (!Span.current().getSpanContext().isValid()) {
            TRACE.forEach(name -> copy(name, context, headers));
        }
        return headers;
    }

    private static void copy(String name, RoutingContext context, Map<String, String> headers) {
        String value = context.request().getHeader(name);
        if (value != null) {
            headers.put(name, value);
        }
    }

    /** The roles, which are the scopes that the supergraph asks for; none where the configuration lets everybody in. */
    private static Set<String> roles(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getRoles()
                : Set.of();
    }
}
