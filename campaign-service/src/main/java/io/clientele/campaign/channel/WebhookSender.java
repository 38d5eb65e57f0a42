package io.clientele.campaign.channel;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Posts messages to webhooks as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has it. The name of a webhook's
 * machine is resolved and looked at before each call, and what is connected to is the address that was looked at.
 */
@ApplicationScoped
class WebhookSender implements Sender {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Webhooks webhooks;
    private final WebhookConfig config;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient http;

    WebhookSender(Vertx vertx, Webhooks webhooks, WebhookConfig config, DeliveryConfig delivery, Clock clock) {
        this.webhooks = webhooks;
        this.config = config;
        this.timeout = delivery.timeout();
        this.clock = clock;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
                        .setIdleTimeout((int) timeout.plus(timeout).toSeconds() + 1)
                        .setMaxRedirects(0),
                new PoolOptions().setHttp1MaxSize(delivery.inFlight()).setMaxWaitQueueSize(delivery.inFlight()));
    }

    @Override
    public Uni<Outcome> send(Message message) {
        Destination.Webhook destination = (Destination.Webhook) message.destination();
        return webhooks.find(destination.id())
                .flatMap(found -> found.map(webhook -> call(webhook, message))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Refused("there is no such webhook"))));
    }

    private Uni<Outcome> call(StoredWebhook webhook, Message message) {
        return resolved(webhook.url().getHost())
                .flatMap(addresses -> addresses.isEmpty()
                        ? Uni.createFrom().<Outcome>item(new Outcome.Refused("its address is not a public one"))
                        : post(webhook, message, addresses.getFirst()))
                .onFailure()
                .recoverWithItem(WebhookSender::notReached);
    }

    /** The addresses of a machine; none if one of them may not be called. Java asks for them with a thread that waits. */
    private Uni<List<InetAddress>> resolved(String host) {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> allowed(InetAddress.getAllByName(name))))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<InetAddress> allowed(InetAddress... addresses) {
        List<InetAddress> all = Arrays.asList(addresses);
        return config.allowPrivate() || all.stream().allMatch(WebhookUrl::isPublic) ? all : List.of();
    }

    private Uni<Outcome> post(StoredWebhook webhook, Message message, InetAddress address) {
        byte[] body = WebhookBody.of(message);
        return Uni.createFrom()
                .completionStage(() -> http.request(request(webhook, message, body, address))
                        .compose(request ->
                                request.send(Buffer.buffer(body)).onSuccess(response -> drop(request, response)))
                        .toCompletionStage())
                .map(this::outcome);
    }

    private RequestOptions request(StoredWebhook webhook, Message message, byte[] body, InetAddress address) {
        URI url = webhook.url();
        boolean tls = url.getScheme().toLowerCase(Locale.ROOT).equals("https");
        int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        long now = clock.instant().getEpochSecond();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setTimeout(timeout.toMillis())
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Clientele")
                .putHeader("webhook-id", message.contactId())
                .putHeader("webhook-timestamp", Long.toString(now))
                .putHeader(
                        "webhook-signature",
                        webhook.secrets().stream()
                                .map(secret -> secret.sign(message.contactId(), now, body))
                                .collect(Collectors.joining(" ")));
    }

    /** What an answer says besides its status is nothing to us, and more than a little of it is not even read. */
    private static void drop(HttpClientRequest request, HttpClientResponse response) {
        long[] read = {0};
        response.exceptionHandler(_ -> {});
        response.handler(part -> {
            read[0] += part.length();
            if (read[0] > LONGEST_ANSWER) {
                request.connection().close();
            }
        });
    }

    private Outcome outcome(HttpClientResponse response) {
        int status = response.statusCode();
        String problem = "it answered " + status;
        return switch (status / 100) {
            case 2 -> new Outcome.Taken();
            case 4 ->
                switch (status) {
                    case 408, 409, 425, 429 -> new Outcome.NotNow(problem, retryAfter(response));
                    default -> new Outcome.Refused(problem);
                };
            default -> new Outcome.NotNow(problem, retryAfter(response));
        };
    }

    private Optional<Duration> retryAfter(HttpClientResponse response) {
        return RetryAfter.of(response.getHeader("retry-after"), clock.instant());
    }

    private static Outcome notReached(Throwable failure) {
        return new Outcome.NotNow("it gives no answer: " + failure.getClass().getSimpleName());
    }
}
