package io.clientele.system.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A service's tables, past the service. */
record Tables(DataSource source) {

    private static final String NO_CONNECTION = "08";
    private static final String SHUT_DOWN = "57P";

    /** PostgreSQL is not there, or not yet again. */
    static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Away(SQLException reason) {
            super(reason);
        }
    }

    /** What becomes of a row. */
    interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> select(String query, RowReading<T> reading) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.read(rows));
            }
            return all;
        } catch (SQLException failure) {
            String state = String.valueOf(failure.getSQLState());
            if (state.startsWith(NO_CONNECTION) || state.startsWith(SHUT_DOWN)) {
                throw new Away(failure);
            }
            throw new AssertionError(query, failure);
        }
    }

    long count(String query) {
        return select(query, row -> row.getLong(1)).getFirst();
    }

    /** The cursors of the feed as text, by shard. */
    List<String> cursors() {
        return select("SELECT cursor FROM feed_cursor ORDER BY shard", row -> row.getString(1));
    }
}
