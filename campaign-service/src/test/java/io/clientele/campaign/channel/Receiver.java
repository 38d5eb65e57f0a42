package io.clientele.campaign.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A real receiver of webhooks, which keeps what it gets and answers as it is told to. */
final class Receiver implements AutoCloseable {

    /** What came in one request; its body as bytes, which tests change. */
    @SuppressWarnings("ArrayRecordComponent")
    record Call(String id, String timestamp, String signatures, byte[] body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException noJson) {
                throw new UncheckedIOException(noJson);
            }
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpServer server;
    private volatile IntUnaryOperator status = _ -> 200;
    private volatile boolean hangs;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Answers by the number of the call, from 1. */
    Receiver answering(IntUnaryOperator byCall) {
        status = byCall;
        return this;
    }

    /** Takes requests and never answers. */
    Receiver hanging() {
        hangs = true;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages?token=hidden";
    }

    List<Call> calls() {
        return calls;
    }

    List<String> ids() {
        return calls.stream().map(Call::id).toList();
    }

    int mostUnderWay() {
        return mostUnderWay.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            calls.add(new Call(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    body));
            int number = calls.size();
            if (hangs) {
                released.await();
            }
            int code = status.applyAsInt(number);
            if (code == 429) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.sendResponseHeaders(code, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }
}
