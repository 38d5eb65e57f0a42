package io.clientele.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/** Serves GraphiQL at {@code /graphiql} where it is switched on. The page is for all; what it asks needs a token. */
@ApplicationScoped
class GraphiqlRoute {

    private static final String PATH = "/graphiql";
    private static final String PAGE = "index.html";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private static final Map<String, String> TYPES = Map.of(
            PAGE,
            "text/html; charset=utf-8",
            "page.css",
            STYLE,
            "page.js",
            SCRIPT,
            "graphiql.min.css",
            STYLE,
            "graphiql.min.js",
            SCRIPT,
            "react.production.min.js",
            SCRIPT,
            "react-dom.production.min.js",
            SCRIPT);

    /** Nothing from elsewhere, and nothing sent elsewhere. The editor sets styles of its own, and its fonts are in its style. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final HttpSettings settings;

    @Inject
    GraphiqlRoute(HttpSettings settings) {
        this.settings = settings;
    }

    void route(@Observes Router router) {
        if (settings.graphiql()) {
            serve(router.get(PATH), PAGE);
            TYPES.keySet().forEach(name -> serve(router.get(PATH + "/" + name), name));
        }
    }

    private static void serve(Route route, String name) {
        Buffer content = read(name);
        route.handler(context -> context.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, TYPES.get(name))
                .putHeader(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .end(content));
    }

    private static Buffer read(String name) {
        try (InputStream in = GraphiqlRoute.class.getResourceAsStream(PATH + "/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the gateway is packaged with " + PATH + "/" + name);
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
