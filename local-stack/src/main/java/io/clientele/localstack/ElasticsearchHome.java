package io.clientele.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The server's files as the build assembles them, and the command that runs them. */
record ElasticsearchHome(Path path) {

    /** Names options of the server's JVM, apart by blanks. */
    private static final String OWN_OPTIONS = "CLIENTELE_ELASTICSEARCH_JAVA_OPTIONS";

    /** The server of the checkout that the system property {@code clientele.root} names. */
    static ElasticsearchHome assembled() {
        return at(Checkout.root().resolve("local-stack/target/elasticsearch"));
    }

    static ElasticsearchHome at(Path path) {
        if (!Files.isDirectory(path.resolve("main")) || !Files.isDirectory(path.resolve("lib"))) {
            throw new LocalStackException(
                    LocalStackException.Code.NOT_ASSEMBLED,
                    "No Elasticsearch at " + path + "; build it with ./mvnw package -DskipTests.");
        }
        return new ElasticsearchHome(path);
    }

    /** The command of one node on a claimed data folder. */
    List<String> command(DataFolder data, ElasticsearchOptions options, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(jvmOptions(data, options));
        command.addAll(ownOptions(System.getenv(OWN_OPTIONS)));
        command.add("io.clientele.localstack.node.NodeMain");
        command.addAll(settings(data, options, port));
        return command;
    }

    /** Last, so that they win over ours. */
    static List<String> ownOptions(@Nullable String variable) {
        return variable == null || variable.isBlank()
                ? List.of()
                : List.of(variable.strip().split("\\s+", -1));
    }

    private List<String> jvmOptions(DataFolder data, ElasticsearchOptions options) {
        return List.of(
                "-Xms" + options.heap(),
                "-Xmx" + options.heap(),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-OmitStackTraceInFastThrow",
                "-XX:ErrorFile=" + options.logFolder().toAbsolutePath().resolve("elasticsearch-crash.log"),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + data.path().resolve("tmp"),
                // NodeMain closes the node first.
                "-Dlog4j.shutdownHookEnabled=false",
                "-Dlog4j2.disable.jmx=true",
                "-Dio.netty.noUnsafe=true",
                "-Dio.netty.noKeySetOptimization=true",
                "-Dio.netty.recycler.maxCapacityPerThread=0",
                // No native libraries are published; without a folder to look in, it logs a long stack trace instead.
                "-Des.nativelibs.path=" + path.resolve("lib"),
                "--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core",
                "--module-path",
                path.resolve("lib").toString(),
                "--add-modules",
                "jdk.net,jdk.management.agent,jdk.incubator.vector,ALL-MODULE-PATH",
                "-cp",
                path.resolve("main") + "/*");
    }

    private List<String> settings(DataFolder data, ElasticsearchOptions options, int port) {
        return List.of(
                "path.home=" + path,
                "path.data=" + data.path().resolve("data"),
                "path.logs=" + options.logFolder().toAbsolutePath(),
                "cluster.name=clientele-local",
                "node.name=local",
                "discovery.type=single-node",
                "network.host=127.0.0.1",
                "http.type=netty4",
                "http.port=" + port,
                "transport.type=netty4",
                "transport.port=0",
                // A developer's nearly full disk must not make the indices read-only; a full one still fails loudly.
                "cluster.routing.allocation.disk.threshold_enabled=false");
    }
}
