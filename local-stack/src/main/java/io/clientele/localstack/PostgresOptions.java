package io.clientele.localstack;

import java.nio.file.Path;

/**
 * How one PostgreSQL is run.
 *
 * @param dataFolder holds the databases; created if absent
 * @param logFolder gets {@code postgresql.log}; created if absent
 * @param port the port on 127.0.0.1, 1 to 65535, or 0 for a free one
 */
public record PostgresOptions(Path dataFolder, Path logFolder, int port) {

    public PostgresOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535: " + port);
        }
    }
}
