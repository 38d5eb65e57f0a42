package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.clientele.localstack.ChildProcess;

/**
 * The gateway that ours is measured against: npm {@code @graphql-hive/gateway} with its planner in Rust. It is installed below {@code bench/target} when it
 * is first needed; Node and npm must be there.
 */
final class PeerGateway implements AutoCloseable {

    static final String NAME = "hive-gateway 2.15.1";

    private static final String PACKAGE = """
            {
              "private": true,
              "dependencies": {"@graphql-hive/gateway": "2.15.1", "@graphql-hive/router-runtime": "1.4.23"},
              "overrides": {"@graphql-tools/batch-execute": "10.2.0"}
            }
            """;

    private final ChildProcess process;
    private final URI address;

    private PeerGateway(ChildProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    static PeerGateway start(Path target, Path folder, Path supergraph) throws IOException, InterruptedException {
        Path installed = install(target.resolve("hive-gateway"));
        int port = GatewayServers.freePort();
        ChildProcess process = ChildProcess.start(
                "hive-gateway",
                List.of(
                        "node",
                        installed.resolve("node_modules/.bin/hive-gateway").toString(),
                        "supergraph",
                        supergraph.toString(),
                        "--hive-router-runtime",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port)),
                Map.of("NODE_ENV", "production"),
                folder,
                folder.resolve("hive-gateway.log"));
        return new PeerGateway(process, URI.create("http://127.0.0.1:" + port + "/graphql"));
    }

    private static Path install(Path folder) throws IOException, InterruptedException {
        Path done = folder.resolve("installed");
        if (!Files.exists(done) || !Files.readString(done).equals(PACKAGE)) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("package.json"), PACKAGE);
            int code = new ProcessBuilder("npm", "install", "--legacy-peer-deps", "--no-audit", "--no-fund")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("install.log").toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("npm cannot install the gateway: " + folder.resolve("install.log"));
            }
            Files.writeString(done, PACKAGE);
        }
        return folder;
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
