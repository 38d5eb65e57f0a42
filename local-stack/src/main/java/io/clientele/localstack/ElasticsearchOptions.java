package io.clientele.localstack;

import java.nio.file.Path;

/**
 * How one Elasticsearch is run.
 *
 * @param dataFolder holds the indices; created if absent
 * @param logFolder gets {@code elasticsearch.log}; created if absent
 * @param port the HTTP port on 127.0.0.1, 1 to 65535, or 0 for a free one
 * @param heap the JVM's heap as {@code -Xmx} takes it, for example {@code 512m} or {@code 1g}
 */
public record ElasticsearchOptions(Path dataFolder, Path logFolder, int port, String heap) {

    public ElasticsearchOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535: " + port);
        }
        if (!heap.matches("[1-9][0-9]*[mg]")) {
            throw new IllegalArgumentException("heap must be like 512m or 1g: " + heap);
        }
    }
}
