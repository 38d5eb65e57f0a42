package io.clientele.consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.clientele.contract.feed.FeedClient;
import io.clientele.edge.ServiceTokens;
import io.quarkus.runtime.StartupEvent;

/** Makes the client of the feed. */
@Singleton
class Feeds {

    /** Before the feed is asked for. */
    void onStart(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event, ServiceTokens tokens) {
        tokens.require();
    }

    @Produces
    @Singleton
    FeedClient feed(FunnelConfig config, ServiceTokens tokens) {
        return new FeedClient(config.url(), tokens::issue);
    }

    void close(@Disposes FeedClient client) {
        client.close();
    }
}
