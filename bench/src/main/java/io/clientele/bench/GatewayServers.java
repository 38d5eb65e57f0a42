package io.clientele.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.clientele.localstack.ServiceProcess;

/** What {@code bench gateway} measures: the stub subgraphs, our built gateway and the other one, over one supergraph. */
final class GatewayServers implements AutoCloseable {

    private static final Duration DELAY = Duration.ofMillis(4);

    private final Path folder;
    private final StubSubgraphs stubs;
    private final ServiceProcess ours;
    private final PeerGateway theirs;
    private final String token;

    private GatewayServers(Path folder, StubSubgraphs stubs, ServiceProcess ours, PeerGateway theirs, String token) {
        this.folder = folder;
        this.stubs = stubs;
        this.ours = ours;
        this.theirs = theirs;
        this.token = token;
    }

    static GatewayServers start() throws Exception {
        Path target = Path.of(System.getProperty("clientele.root", ""), "bench", "target");
        Path folder = Files.createTempDirectory(Files.createDirectories(target), "gateway");
        UserTokens tokens = UserTokens.in(folder);
        StubSubgraphs stubs = StubSubgraphs.start(DELAY);
        Path supergraph =
                Files.writeString(folder.resolve("supergraph.graphql"), SharedSupergraph.at(stubs.addresses()));
        try {
            PeerGateway theirs = PeerGateway.start(target, folder, supergraph);
            try {
                ServiceProcess ours = ServiceProcess.start("gateway", folder, configuration(supergraph, tokens));
                return new GatewayServers(folder, stubs, ours, theirs, tokens.of("analyst"));
            } catch (IOException | InterruptedException | RuntimeException notStarted) {
                theirs.close();
                throw notStarted;
            }
        } catch (IOException | InterruptedException | RuntimeException notStarted) {
            stubs.close();
            throw notStarted;
        }
    }

    private static Map<String, String> configuration(Path supergraph, UserTokens tokens) {
        return Map.of(
                "CLIENTELE_SUPERGRAPH_LOCATION",
                supergraph.toString(),
                "MP_JWT_VERIFY_ISSUER",
                UserTokens.ISSUER,
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                tokens.publicKey().toUri().toString());
    }

    /** What our gateway knows its callers by. */
    String token() {
        return token;
    }

    /** A port that nobody listens on now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI ours() {
        return ours.address().resolve("/graphql");
    }

    URI theirs() {
        return theirs.address();
    }

    /** One of the stubs, to be asked without any gateway. */
    URI products() {
        return Objects.requireNonNull(stubs.addresses().get("products"));
    }

    long ourPid() {
        return ours.pid();
    }

    long theirPid() {
        return theirs.pid();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        ours.close();
        theirs.close();
        stubs.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
