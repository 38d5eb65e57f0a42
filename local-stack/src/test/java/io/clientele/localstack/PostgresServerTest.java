package io.clientele.localstack;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostgresServerTest {

    private static final String PASSWORD = "it's \\ a \"secret\"";

    private final PostgresServer server = SharedStack.postgres();

    @TempDir
    Path folder;

    @Test
    void runsTheVersionThatTheBuildNames() throws Exception {
        server.createDatabase("version", "version_owner", PASSWORD);

        assertThat(query("version", "version_owner", "SHOW server_version")).isEqualTo("18.6");
    }

    @Test
    void createsADatabaseAndItsLoginOnceAndTakesTheLatestPassword() throws Exception {
        server.createDatabase("twice", "twice_owner", "the first");
        query("twice", "twice_owner", "the first", "CREATE TABLE kept (id int) ", "SELECT count(*) FROM kept");

        server.createDatabase("twice", "twice_owner", PASSWORD);

        assertThat(query("twice", "twice_owner", "SELECT current_user || (SELECT count(*) FROM kept)"))
                .isEqualTo("twice_owner0");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect("twice", "twice_owner", "the first"))
                .withMessageContaining("password authentication failed");
    }

    @Test
    void keepsOneServicesDatabaseFromTheOthersLogin() {
        server.createDatabase("mine", "my_login", PASSWORD);
        server.createDatabase("theirs", "their_login", PASSWORD);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect("mine", "their_login", PASSWORD))
                .withMessageContaining("permission denied for database");
    }

    @Test
    void refusesANameThatIsNoPlainIdentifier() {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> server.createDatabase("x\"; DROP DATABASE y; --", "owner", PASSWORD))
                .returns(LocalStackException.Code.DATABASE_FAILED, LocalStackException::code);
    }

    @Test
    void listensOnOneLoopbackAddressOnly() {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.2"), server.port()).close());
    }

    @Test
    void keepsCommittedRowsThroughAKillWithSessionsOpen() throws Exception {
        server.createDatabase("kept", "kept_owner", PASSWORD);
        int port = server.port();
        try (Connection open = connect("kept", "kept_owner", PASSWORD);
                Statement statement = open.createStatement()) {
            statement.execute("CREATE TABLE rows AS SELECT generate_series(1, 1000) AS id");

            server.kill();
            server.restart();
        }

        assertThat(server.port()).isEqualTo(port);
        assertThat(query("kept", "kept_owner", "SELECT count(*) FROM rows")).isEqualTo("1000");
    }

    @Test
    void startsAgainAlthoughItsOldPidIsAnothersNow() throws Exception {
        PostgresOptions options = new PostgresOptions(folder.resolve("data"), folder.resolve("logs"), 0);
        try (PostgresServer first = PostgresServer.start(options)) {
            first.kill();
        }
        Path pidFile = folder.resolve("data/pgdata/postmaster.pid");
        String ours = Long.toString(ProcessHandle.current().pid());
        Files.writeString(pidFile, Files.readString(pidFile).replaceFirst("[0-9]+", ours));

        try (PostgresServer second = PostgresServer.start(options)) {
            second.createDatabase("again", "again_owner", PASSWORD);
        }

        assertThat(folder.resolve("logs/postgresql.log")).content().contains("database system is shut down");
    }

    private String query(String database, String user, String query) throws SQLException {
        return query(database, user, PASSWORD, "SELECT 1", query);
    }

    private String query(String database, String user, String password, String first, String query)
            throws SQLException {
        try (Connection connection = connect(database, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(first);
            try (ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        String url = "jdbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), database);
        return DriverManager.getConnection(url, user, password);
    }
}
