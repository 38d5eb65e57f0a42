package io.clientele.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * One Elasticsearch and one PostgreSQL for all the tests of a JVM: started when first asked for, on free ports in a
 * temporary folder, and stopped and deleted when the JVM exits. Tests keep apart by the names of their indices and
 * databases.
 */
public final class SharedStack {

    private static final String TEST_HEAP = "512m";

    private static @Nullable Path folder;
    private static @Nullable ElasticsearchServer elasticsearch;
    private static @Nullable PostgresServer postgres;

    private SharedStack() {}

    /** The shared Elasticsearch, with a heap of 512 MiB. */
    public static synchronized ElasticsearchServer elasticsearch() {
        ElasticsearchServer server = elasticsearch;
        if (server == null) {
            Path folder = folder();
            server = ElasticsearchServer.start(
                    new ElasticsearchOptions(folder.resolve("elasticsearch"), folder.resolve("logs"), 0, TEST_HEAP));
            elasticsearch = server;
        }
        return server;
    }

    /** The shared PostgreSQL. */
    public static synchronized PostgresServer postgres() {
        PostgresServer server = postgres;
        if (server == null) {
            Path folder = folder();
            server = PostgresServer.start(new PostgresOptions(folder.resolve("postgresql"), folder.resolve("logs"), 0));
            postgres = server;
        }
        return server;
    }

    private static Path folder() {
        Path present = folder;
        if (present != null) {
            return present;
        }
        try {
            Path made = Files.createTempDirectory("clientele-stack");
            folder = made;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(made), "stop-shared-stack"));
            return made;
        } catch (IOException e) {
            throw new LocalStackException(
                    LocalStackException.Code.FILE_FAILED, "Cannot make a temporary folder: " + e, e);
        }
    }

    private static synchronized void stop(Path made) {
        ElasticsearchServer search = elasticsearch;
        PostgresServer database = postgres;
        try {
            if (search != null) {
                search.close();
            }
        } finally {
            if (database != null) {
                database.close();
            }
        }
        try {
            Folders.delete(made);
        } catch (IOException e) {
            System.err.println("Cannot delete " + made + ": " + e);
        }
    }
}
