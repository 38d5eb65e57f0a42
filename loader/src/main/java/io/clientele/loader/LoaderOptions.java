package io.clientele.loader;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How to load.
 *
 * @param collector base address of the collection API, without {@code /v1/batch}
 * @param writeKey sent by Basic authentication as the user name, with an empty password
 * @param connections requests in flight, 1 to 256
 * @param eventsPerRequest 1 to {@value #MAX_EVENTS_PER_REQUEST}; requests also end before {@value #MAX_REQUEST_BYTES} bytes
 * @param stateFolder where checkpoints and bad rows are kept; made if absent
 * @param patience how long the collector may give no answer, or ask to wait, before the load fails
 */
public record LoaderOptions(
        URI collector, String writeKey, int connections, int eventsPerRequest, Path stateFolder, Duration patience) {

    /** The collection API's limit of messages in a request. */
    public static final int MAX_EVENTS_PER_REQUEST = 2500;

    /** The collection API's limit of a request's body. */
    public static final int MAX_REQUEST_BYTES = 500_000;

    /** The collection API's limit of one message, in bytes. */
    public static final int MAX_MESSAGE_BYTES = 32_768;

    /** A good size where nothing speaks for another: amortises a request without making its repetition costly. */
    public static final int DEFAULT_EVENTS_PER_REQUEST = 500;

    private static final int MAX_CONNECTIONS = 256;
    private static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(10);

    public LoaderOptions {
        if (writeKey.isEmpty()) {
            throw new IllegalArgumentException("The write key is empty");
        }
        demandWithin("connections", connections, MAX_CONNECTIONS);
        demandWithin("eventsPerRequest", eventsPerRequest, MAX_EVENTS_PER_REQUEST);
        if (patience.isNegative()) {
            throw new IllegalArgumentException("The patience is negative: " + patience);
        }
    }

    public LoaderOptions(URI collector, String writeKey, int connections, int eventsPerRequest, Path stateFolder) {
        this(collector, writeKey, connections, eventsPerRequest, stateFolder, DEFAULT_PATIENCE);
    }

    private static void demandWithin(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be 1 to " + most + ", not " + value);
        }
    }

    /** Keep the write key out of logs. */
    @Override
    public String toString() {
        return "LoaderOptions[collector=" + collector + ", connections=" + connections + ", eventsPerRequest="
                + eventsPerRequest + ", stateFolder=" + stateFolder + ", patience=" + patience + "]";
    }
}
