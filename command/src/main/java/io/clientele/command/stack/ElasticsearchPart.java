package io.clientele.command.stack;

import java.util.List;
import java.util.Optional;

import io.clientele.command.home.Home;
import io.clientele.localstack.ElasticsearchOptions;
import io.clientele.localstack.ElasticsearchServer;

/** Elasticsearch with our plugin, on the data folder of this checkout. */
record ElasticsearchPart(Home home, int port) implements Part {
    @Override
    public String name() {
        return Servers.ELASTICSEARCH;
    }

    @Override
    public String address() {
        return "http://" + hostAndPort();
    }

    String hostAndPort() {
        return "127.0.0.1:" + port;
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public RunningPart launch() {
        return new Running(ElasticsearchServer.start(
                new ElasticsearchOptions(home.elasticsearch(), home.logs(), port, Servers.ELASTICSEARCH_HEAP)));
    }

    private record Running(ElasticsearchServer server) implements RunningPart {
        @Override
        public long pid() {
            return server.pid();
        }

        @Override
        public Optional<String> whyNotReady() {
            // The server is only handed out when its cluster answers.
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
