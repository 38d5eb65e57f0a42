package io.clientele.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.console.ConsoleFiles.ServedFile;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves the console at {@code /} and what its page loads below {@code /console}. The files are for all; what they ask needs
 * a token.
 */
@ApplicationScoped
class ConsoleRoute {

    private static final String PAGE = "index.html";

    /** Scripts and styles from here only, none of them inline; nothing is sent elsewhere, and nobody may frame the page. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void route(@Observes Router router) {
        ConsoleFiles.read().forEach((name, file) -> {
            String path = PAGE.equals(name) ? "/" : "/console/" + name;
            router.get(path).handler(context -> serve(context, file));
            router.head(path).handler(context -> serve(context, file));
        });
    }

    private static void serve(RoutingContext context, ServedFile file) {
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING)
                // Names stay the same over versions: a browser asks each time, and is mostly told that nothing changed.
                .putHeader(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE)
                .putHeader(HttpHeaderNames.ETAG, file.tag());
        if (file.tag().equals(context.request().getHeader(HttpHeaderNames.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaderNames.CONTENT_TYPE, file.type());
        String accepted = context.request().getHeader(HttpHeaderNames.ACCEPT_ENCODING);
        if (accepted != null && accepted.contains("gzip")) {
            response.putHeader(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP)
                    .end(file.zipped());
        } else {
            response.end(file.plain());
        }
    }
}
