package io.clientele.command.stack;

/** The names of the two servers, as users see them. */
final class Servers {
    static final String ELASTICSEARCH = "elasticsearch";
    static final String POSTGRES = "postgresql";

    static final int ELASTICSEARCH_PORT = 9200;
    static final int POSTGRES_PORT = 5432;

    /** Enough for some ten million events; the system's file cache does the rest. */
    static final String ELASTICSEARCH_HEAP = "1g";

    private Servers() {}
}
