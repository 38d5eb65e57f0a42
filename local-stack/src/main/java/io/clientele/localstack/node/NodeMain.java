package io.clientele.localstack.node;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one Elasticsearch node until the process is asked to end.
 *
 * <p>Arguments: the settings as {@code name=value}; {@code path.home} is required and holds {@code config},
 * {@code modules} and {@code plugins}.
 *
 * <p>This takes the place of Elasticsearch's own start, which needs a full distribution: there are no bootstrap checks
 * and no entitlements.
 */
public final class NodeMain {

    private static final long CLOSE_SECONDS = 15;

    private NodeMain() {}

    // The edge of the process: whatever goes wrong here can only be printed.
    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try {
            start(arguments, closed);
        } catch (Exception e) {
            e.printStackTrace();
            // Last, where whoever quotes the end of the log finds it.
            System.err.println("Elasticsearch could not start: " + causes(e));
            System.exit(1);
        }
        // The node's own threads are daemons: this one keeps the process alive.
        closed.await();
    }

    private static void start(String[] arguments, CountDownLatch closed) throws Exception {
        Environment environment = environment(arguments);
        LogConfigurator.registerErrorListener();
        LogConfigurator.configureESLogging();
        LogConfigurator.configure(environment, true);
        Node node = new Node(environment, plugins(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, closed), "close-node"));
        try {
            node.start();
        } catch (Exception e) {
            close(node, closed);
            throw e;
        }
    }

    private static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("; because of "));
    }

    private static Environment environment(String[] arguments) {
        Settings.Builder settings = Settings.builder();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Not a setting of the form name=value: " + argument);
            }
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        Path home = Path.of(settings.get("path.home"));
        return new Environment(settings.build(), home.resolve("config"));
    }

    private static PluginsLoader plugins(Environment environment) {
        return PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir(), false),
                Map.of());
    }

    // The edge of the process: whatever goes wrong here can only be printed.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void close(Node node, CountDownLatch closed) {
        try {
            node.prepareForClose();
            node.close();
            if (!node.awaitClose(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The node did not close within " + CLOSE_SECONDS + " s");
            }
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            closed.countDown();
        }
    }
}
