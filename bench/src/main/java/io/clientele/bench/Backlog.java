package io.clientele.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Events of the demo shop in an order in which every customer comes back after as long as any other: so many events of each
 * in turn. A page of the feed that is shorter than a turn then holds as many events of each customer that it holds any of.
 * Those who do much in the demo shop are several customers here, so that turns stay long to the end.
 */
final class Backlog {

    /** Most events of one customer. */
    static final int PER_CUSTOMER = 30;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String name;
    private final List<List<byte[]>> customers = new ArrayList<>();
    private List<byte[]> current = List.of();
    private String device = "";
    private int number;

    private Backlog(String name) {
        this.name = name;
    }

    /**
     * The messages.
     *
     * @param name other than that of each other backlog on the same servers, so that they have no customer in common
     * @param events how many
     * @param together events of a customer that come one after the other
     */
    static Messages of(String name, int events, int together) {
        Backlog backlog = new Backlog(name);
        Messages.ofDemoShop(events, name + "-").json().forEach(backlog::add);
        return new Messages(backlog.inTurns(events, together));
    }

    /** The demo shop's messages come customer by customer. */
    private void add(byte[] message) {
        try {
            ObjectNode tree = (ObjectNode) MAPPER.readTree(message);
            String sender = tree.path("anonymousId").asText();
            if (!sender.equals(device)) {
                device = sender;
                number = 0;
                begin();
            } else if (current.size() == PER_CUSTOMER) {
                number++;
                begin();
            }
            current.add(MAPPER.writeValueAsBytes(renamed(tree)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void begin() {
        current = new ArrayList<>(PER_CUSTOMER);
        customers.add(current);
    }

    private ObjectNode renamed(ObjectNode message) {
        for (String id : List.of("anonymousId", "userId")) {
            if (message.has(id)) {
                message.put(id, message.path(id).asText() + "-" + name + number);
            }
        }
        return message;
    }

    private List<byte[]> inTurns(int events, int together) {
        List<byte[]> ordered = new ArrayList<>(events);
        for (int from = 0; from < PER_CUSTOMER; from += together) {
            for (List<byte[]> messages : customers) {
                int begin = Math.min(from, messages.size());
                ordered.addAll(messages.subList(begin, Math.min(begin + together, messages.size())));
            }
        }
        return ordered;
    }
}
