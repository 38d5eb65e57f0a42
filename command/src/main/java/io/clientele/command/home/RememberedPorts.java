package io.clientele.command.home;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** The ports of the last run, so that addresses stay the same over a restart where they can. */
public final class RememberedPorts {
    private final Home home;
    private final IntUnaryOperator freePort;
    private final Map<String, Integer> ports;

    /** @param freePort gives the preferred port back when it is free, any free one otherwise */
    public RememberedPorts(Home home, IntUnaryOperator freePort) throws IOException {
        this.home = home;
        this.freePort = freePort;
        this.ports = read(home);
    }

    /** Chooses the remembered port, else the preferred one, else a free one that no other part was given. */
    public synchronized int choose(String part, int preferred) throws IOException {
        Integer remembered = ports.remove(part);
        int port = freePort.applyAsInt(remembered == null ? preferred : remembered);
        while (ports.containsValue(port)) {
            port = freePort.applyAsInt(0);
        }
        ports.put(part, port);
        write();
        return port;
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder();
        ports.forEach((part, port) -> text.append(part).append('=').append(port).append('\n'));
        PrivateFiles.write(home.ports(), text.toString());
    }

    private static Map<String, Integer> read(Home home) throws IOException {
        Map<String, Integer> ports = new TreeMap<>();
        if (!Files.exists(home.ports())) {
            return ports;
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(home.ports())));
        for (String part : properties.stringPropertyNames()) {
            ports.put(part, port(home, properties.getProperty(part)));
        }
        return ports;
    }

    private static int port(Home home, String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw CommandFailure.failed(home.ports() + " holds '" + text + "' where a port number belongs");
        }
        return Integer.parseInt(text);
    }
}
