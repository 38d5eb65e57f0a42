package io.clientele.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;

/**
 * A real Elasticsearch of one node as a child process, with Clientele's plugin, without security, on 127.0.0.1 only.
 *
 * <p>What it acknowledges is on disk: the translog's default durability is left as it is.
 */
public final class ElasticsearchServer implements AutoCloseable {

    private final ElasticsearchHome home;
    private final ElasticsearchOptions options;
    private final DataFolder data;
    private final int port;
    private volatile ChildProcess process;

    private ElasticsearchServer(
            ElasticsearchHome home, ElasticsearchOptions options, DataFolder data, int port, ChildProcess process) {
        this.home = home;
        this.options = options;
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a server and returns when its cluster is green or yellow, commonly after 5 to 15 s.
     *
     * @throws LocalStackException {@code UNSUPPORTED_PLATFORM}, {@code NOT_ASSEMBLED}, {@code DATA_FOLDER_IN_USE},
     *     {@code PORT_IN_USE}, or {@code START_FAILED} with the log's last lines
     */
    public static ElasticsearchServer start(ElasticsearchOptions options) {
        Platform.current().requireSupported();
        ElasticsearchHome home = ElasticsearchHome.assembled();
        DataFolder data = DataFolder.claim(options.dataFolder(), StopSignal.TERM);
        try {
            return Ports.starting(options.port(), port -> {
                ChildProcess process = launch(home, options, data, port);
                return new ElasticsearchServer(home, options, data, port, process);
            });
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** The address of the HTTP interface, without a trailing slash. */
    public URI uri() {
        return uri(port);
    }

    public int port() {
        return port;
    }

    /** The pid of the present process; another one after {@link #restart()}. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the process at once (SIGKILL); {@link #restart()} brings the server back with its data. */
    public void kill() {
        process.kill();
    }

    /**
     * Stops the process if it runs and starts another on the same data and the same port.
     *
     * @return this server, ready again
     */
    public ElasticsearchServer restart() {
        process.close();
        Ports.requireFree(port);
        process = launch(home, options, data, port);
        return this;
    }

    /** Stops the server in order and gives up the data folder. */
    @Override
    public void close() {
        try {
            process.close();
        } finally {
            data.close();
        }
    }

    private static ChildProcess launch(
            ElasticsearchHome home, ElasticsearchOptions options, DataFolder data, int port) {
        try {
            Files.createDirectories(data.path().resolve("tmp"));
        } catch (IOException e) {
            throw new LocalStackException(LocalStackException.Code.FILE_FAILED, "Cannot prepare " + data.path(), e);
        }
        ChildProcess process = ChildProcess.start(
                "Elasticsearch",
                home.command(data, options, port),
                Map.of(),
                data.path(),
                options.logFolder().resolve("elasticsearch.log"));
        try (ElasticsearchHealth health = new ElasticsearchHealth(uri(port), process.pid())) {
            Startup.await(process, data, health::isReady);
        }
        return process;
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
