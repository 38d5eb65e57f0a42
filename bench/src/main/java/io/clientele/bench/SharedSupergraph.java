package io.clientele.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The schemas of {@code bench gateway}: the same supergraph for both gateways, composed from the stubs' schemas. */
final class SharedSupergraph {

    /** Users, their reviews, the reviewed products and these products' reviews: four subgraph calls, three of them one after the other. */
    static final String NESTED = """
            query Nested {
              users {
                id
                name
                reviews { id body product { upc name price reviews { id stars author { id name email } } } }
              }
              topProducts { upc name reviews { id body author { name } } }
            }
            """;

    /** Two subgraphs at the same time. */
    static final String PAIR = "query Pair { users { id name email } topProducts { upc name price } }";

    /** One subgraph's half of {@link #PAIR}. */
    static final String HALF = "query Half { topProducts { upc name price } }";

    private SharedSupergraph() {}

    static String subgraph(String name) {
        return resource(name + ".graphql");
    }

    /** The supergraph, with the subgraphs at these addresses. */
    static String at(Map<String, URI> addresses) {
        String supergraph = resource("supergraph.graphql");
        for (Map.Entry<String, URI> each : addresses.entrySet()) {
            supergraph = supergraph.replace(
                    "http://" + each.getKey() + ".invalid/graphql",
                    each.getValue().toString());
        }
        return supergraph;
    }

    private static String resource(String name) {
        try (InputStream stream = SharedSupergraph.class.getResourceAsStream("/gateway/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
