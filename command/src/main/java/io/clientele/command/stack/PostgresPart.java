package io.clientele.command.stack;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.home.Home;
import io.clientele.localstack.PostgresOptions;
import io.clientele.localstack.PostgresServer;

/** PostgreSQL with a database and a login for each service that owns one. */
record PostgresPart(Home home, AccessKeys keys, int port) implements Part {
    @Override
    public String name() {
        return Servers.POSTGRES;
    }

    @Override
    public String address() {
        return "postgresql://127.0.0.1:" + port;
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public RunningPart launch() throws IOException {
        PostgresServer server = PostgresServer.start(new PostgresOptions(home.postgres(), home.logs(), port));
        try {
            createDatabases(server);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        return new Running(server);
    }

    private void createDatabases(PostgresServer server) throws IOException {
        for (Service service : Service.values()) {
            Optional<String> database = service.database();
            if (database.isPresent()) {
                String name = database.get();
                server.createDatabase(name, name, keys.databasePassword(name));
            }
        }
    }

    private record Running(PostgresServer server) implements RunningPart {
        @Override
        public long pid() {
            return server.pid();
        }

        @Override
        public Optional<String> whyNotReady() {
            // The server is only handed out when it accepts connections, and its databases stand by then.
            return Optional.empty();
        }

        @Override
        public String lastWords() {
            return "";
        }

        @Override
        public void stop() {
            server.close();
        }
    }
}
