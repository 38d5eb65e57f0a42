package io.clientele.edge.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log is written. */
@ConfigMapping(prefix = "clientele.log")
interface LogConfig {

    @WithDefault("text")
    Format format();

    /** What a line of the log is. */
    enum Format {
        /** As {@code quarkus.log.console.format} says. */
        TEXT,
        /** An object as {@link JsonLines} writes it. */
        JSON
    }
}
