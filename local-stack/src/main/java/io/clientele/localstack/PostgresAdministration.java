package io.clientele.localstack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

import org.postgresql.ds.PGSimpleDataSource;

/** What the superuser does in a local PostgreSQL. */
record PostgresAdministration(String host, int port, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final int CONNECT_SECONDS = 20;

    void ensureDatabase(String name, String user, String userPassword) {
        requireName(name);
        requireName(user);
        try (Connection connection = connect()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", user)) {
                execute(connection, "CREATE ROLE %I LOGIN", user);
            }
            execute(connection, "ALTER ROLE %I LOGIN PASSWORD %L", user, userPassword);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE %I OWNER %I", name, user);
            }
            execute(connection, "ALTER DATABASE %I OWNER TO %I", name, user);
            execute(connection, "REVOKE ALL ON DATABASE %I FROM PUBLIC", name);
        } catch (SQLException e) {
            throw new LocalStackException(
                    LocalStackException.Code.DATABASE_FAILED,
                    "Cannot create the database " + name + " for " + user + ": " + e.getMessage(),
                    e);
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new LocalStackException(
                    LocalStackException.Code.DATABASE_FAILED,
                    "Not a name for a database or a login (lower-case letters, digits, underscores): " + name);
        }
    }

    private Connection connect() throws SQLException {
        // Not through DriverManager, which looks for drivers by the caller's class loader.
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser(PostgresCluster.SUPERUSER);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        return source.getConnection();
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Runs a command that takes no parameters of its own, its names and literals quoted by the server. */
    private static void execute(Connection connection, String format, String... values) throws SQLException {
        String command;
        try (PreparedStatement statement = connection.prepareStatement("SELECT format(?, VARIADIC ?::text[])")) {
            statement.setString(1, format);
            statement.setArray(2, connection.createArrayOf("text", values));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                command = rows.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
