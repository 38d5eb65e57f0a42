package io.clientele.localstack;

import java.time.Duration;
import java.util.Map;

/** A real PostgreSQL as a child process, on 127.0.0.1 only, with password authentication. */
public final class PostgresServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration ORPHANS_LIMIT = Duration.ofSeconds(30);

    private final PostgresCluster cluster;
    private final int port;
    private volatile ChildProcess process;

    private PostgresServer(PostgresCluster cluster, int port, ChildProcess process) {
        this.cluster = cluster;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a server and returns when it takes connections, commonly after 1 to 5 s.
     *
     * @throws LocalStackException {@code UNSUPPORTED_PLATFORM}, {@code NOT_ASSEMBLED}, {@code DATA_FOLDER_IN_USE},
     *     {@code PORT_IN_USE}, or {@code START_FAILED} with the log's last lines
     */
    public static PostgresServer start(PostgresOptions options) {
        Platform.current().requireSupported();
        PostgresBinaries binaries = PostgresBinaries.unpacked();
        DataFolder data = DataFolder.claim(options.dataFolder(), StopSignal.INT);
        try {
            PostgresCluster cluster =
                    new PostgresCluster(binaries, data, options.logFolder().toAbsolutePath());
            cluster.ensureInitialised();
            return Ports.starting(options.port(), port -> new PostgresServer(cluster, port, launch(cluster, port)));
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    public String host() {
        return HOST;
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

    /**
     * Makes sure that the login exists with this password, and that the database exists and is owned by it. Other logins
     * may not connect to that database.
     *
     * @param name the database; lower-case letters, digits and underscores, at most 63
     * @param user the login; likewise
     * @throws LocalStackException {@code DATABASE_FAILED}
     */
    public void createDatabase(String name, String user, String password) {
        new PostgresAdministration(HOST, port, cluster.password()).ensureDatabase(name, user, password);
    }

    /** Kills the server at once (SIGKILL); {@link #restart()} brings it back with its data. */
    public void kill() {
        process.kill();
    }

    /**
     * Stops the process if it runs and starts another on the same data and the same port.
     *
     * @return this server, ready again
     */
    public PostgresServer restart() {
        process.close();
        Ports.requireFree(port);
        process = launch(cluster, port);
        return this;
    }

    /** Stops the server in order and gives up the data folder. */
    @Override
    public void close() {
        try {
            process.close();
        } finally {
            cluster.data().close();
        }
    }

    private static ChildProcess launch(PostgresCluster cluster, int port) {
        long deadline = System.nanoTime() + ORPHANS_LIMIT.toNanos();
        while (true) {
            try {
                return launchOnce(cluster, port);
            } catch (LocalStackException e) {
                // The sessions of a killed server notice its death each in their own time; no new one may start before.
                boolean orphans = e.getMessage().contains("pre-existing shared memory block");
                if (!orphans || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private static ChildProcess launchOnce(PostgresCluster cluster, int port) {
        cluster.clear();
        ChildProcess process = ChildProcess.start(
                "PostgreSQL",
                cluster.serverCommand(port),
                Map.of(),
                cluster.data().path(),
                cluster.logFolder().resolve("postgresql.log"),
                StopSignal.INT,
                ChildProcess.PATIENCE);
        Startup.await(process, cluster.data(), () -> cluster.isReady(process.pid()));
        return process;
    }
}
