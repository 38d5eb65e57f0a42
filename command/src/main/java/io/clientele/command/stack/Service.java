package io.clientele.command.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The services of this repository: where they are built, and where they prefer to listen. */
enum Service {
    GATEWAY("gateway", 8080, ""),
    FUNNEL("funnel-service", 8081, ""),
    PROFILE("profile-service", 8082, "profile"),
    CAMPAIGN("campaign-service", 8083, "campaign");

    private final String module;
    private final int preferredPort;
    private final String database;

    Service(String module, int preferredPort, String database) {
        this.module = module;
        this.preferredPort = preferredPort;
        this.database = database;
    }

    /** The module's folder, and the name under which users know the service. */
    String module() {
        return module;
    }

    int preferredPort() {
        return preferredPort;
    }

    /** The PostgreSQL database that it owns, and the login to it. */
    Optional<String> database() {
        return database.isEmpty() ? Optional.empty() : Optional.of(database);
    }

    /** What must be ready before it is worth starting; services do start without it, and log complaints until it comes. */
    List<String> needs() {
        return switch (this) {
            case GATEWAY -> List.of();
            case FUNNEL -> List.of(Servers.ELASTICSEARCH);
            case PROFILE, CAMPAIGN -> List.of(Servers.POSTGRES);
        };
    }

    Path jar(Path root) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
