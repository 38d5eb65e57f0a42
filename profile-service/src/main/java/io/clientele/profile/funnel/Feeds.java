package io.clientele.profile.funnel;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.clientele.contract.feed.FeedClient;
import io.clientele.edge.ServiceTokens;

/** Makes the client of the feed. */
@Singleton
class Feeds {

    @Produces
    @Singleton
    FeedClient feed(FunnelConfig config, ServiceTokens tokens) {
        return new FeedClient(config.url(), tokens::issue);
    }

    void close(@Disposes FeedClient client) {
        client.close();
    }
}
