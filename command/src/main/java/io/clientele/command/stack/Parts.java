package io.clientele.command.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.home.Home;
import io.clientele.command.home.RememberedPorts;
import io.clientele.localstack.FreePorts;

/** The servers and services of a stack, with their ports settled. */
record Parts(List<Part> servers, List<Part> services) {
    static Parts of(Home home, Path root) throws IOException {
        RememberedPorts ports = new RememberedPorts(home, FreePorts::prefer);
        AccessKeys keys = new AccessKeys(home);
        ElasticsearchPart elasticsearch =
                new ElasticsearchPart(home, ports.choose(Servers.ELASTICSEARCH, Servers.ELASTICSEARCH_PORT));
        PostgresPart postgres = new PostgresPart(home, keys, ports.choose(Servers.POSTGRES, Servers.POSTGRES_PORT));
        Map<Service, String> addresses = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            int port = ports.choose(service.module(), service.preferredPort());
            addresses.put(service, "http://127.0.0.1:" + port);
        }
        ServiceEnvironment environment = new ServiceEnvironment(keys, elasticsearch, postgres, addresses);
        List<Part> services = new ArrayList<>();
        for (Service service : Service.values()) {
            services.add(new ServicePart(service, home, root, environment));
        }
        return new Parts(List.of(elasticsearch, postgres), services);
    }

    List<Part> all() {
        List<Part> all = new ArrayList<>(servers);
        all.addAll(services);
        return all;
    }
}
