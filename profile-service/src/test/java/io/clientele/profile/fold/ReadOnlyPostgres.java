package io.clientele.profile.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of {@link FakeFunnel} while it takes no writes, as an operator or a failover leaves it. */
public final class ReadOnlyPostgres implements AutoCloseable {

    private ReadOnlyPostgres() {}

    public static ReadOnlyPostgres begin() {
        ReadOnlyPostgres readOnly = new ReadOnlyPostgres();
        readOnly.set("on");
        return readOnly;
    }

    /** For new sessions; those that stand are ended, from one outside of the pool. */
    private void set(String on) {
        Config config = ConfigProvider.getConfig();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + config.getValue("quarkus.datasource.reactive.url", String.class));
        source.setUser(config.getValue("quarkus.datasource.username", String.class));
        source.setPassword(FakeFunnel.PASSWORD);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            statement.execute("ALTER ROLE CURRENT_USER SET default_transaction_read_only = " + on);
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE usename = current_user AND pid <> pg_backend_pid()");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        set("off");
    }
}
