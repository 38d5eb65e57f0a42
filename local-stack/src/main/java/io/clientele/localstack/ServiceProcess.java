package io.clientele.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A built service of this repository as a child process, for benchmarks and for tests of the packaged artefact. It trusts
 * tokens of a key that nobody has, unless it is told another.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Launch launch;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile ChildProcess process;

    private ServiceProcess(Launch launch, int port) {
        this.launch = launch;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.process = launch.process();
    }

    /** How the service is started, each time in the same way. */
    private record Launch(String module, Path jar, Path folder, Map<String, String> variables) {

        ChildProcess process() {
            return ChildProcess.start(
                    module, ServiceCommand.of(module, jar), variables, folder, folder.resolve(module + ".log"));
        }
    }

    /**
     * Start the service on a free port and return when its readiness probe answers 200.
     *
     * @param module the module's folder, such as {@code funnel-service}
     * @param folder where its log and its key lie
     * @param environment its configuration beside the address; token verification only if a key is to be trusted, {@code
     *     CLIENTELE_SERVICE_SECRET} only if others are to know it
     * @throws LocalStackException if it is not built, or not ready within two minutes; the message has the log's end
     */
    public static ServiceProcess start(String module, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path jar = Checkout.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new LocalStackException(
                    LocalStackException.Code.NOT_ASSEMBLED, jar + " is missing; it is built by ./mvnw package");
        }
        int port = FreePorts.prefer(0);
        Map<String, String> variables = new HashMap<>();
        variables.put("MP_JWT_VERIFY_ISSUER", "https://nobody.clientele");
        variables.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", publicKey(folder).toUri().toString());
        variables.put("CLIENTELE_SERVICE_SECRET", "a secret of one process alone, unless it is given one");
        variables.putAll(environment);
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        ServiceProcess service = new ServiceProcess(new Launch(module, jar, folder, variables), port);
        service.awaitReady();
        return service;
    }

    public URI address() {
        return address;
    }

    /** The pid of the present process; another one after {@link #restart()}. */
    public long pid() {
        return process.pid();
    }

    /** Kill it as {@code kill -9} does; {@link #restart()} brings it back. */
    public void kill() {
        process.kill();
    }

    /**
     * Stop the process if it runs and start another at the same address, and return when that is ready.
     *
     * @throws LocalStackException as {@link #start}
     */
    public void restart() throws InterruptedException {
        process.close();
        Ports.requireFree(address.getPort());
        process = launch.process();
        awaitReady();
    }

    @Override
    public void close() {
        process.close();
    }

    private void awaitReady() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            if (ready()) {
                return;
            }
            Thread.sleep(PAUSE);
        }
        String log = process.logTail();
        close();
        throw new LocalStackException(
                LocalStackException.Code.START_FAILED, process.name() + " is not ready; its log ends with:\n" + log);
    }

    private boolean ready() throws InterruptedException {
        try {
            HttpRequest probe = HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    private static Path publicKey(Path folder) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPublic().getEncoded();
            return Files.writeString(
                    folder.resolve("public.pem"),
                    "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                            + "\n-----END PUBLIC KEY-----\n");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }
}
