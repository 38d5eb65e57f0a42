package io.clientele.gateway.subgraph;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the gateway speaks with each subgraph. */
@ConfigMapping(prefix = "clientele.gateway.subgraph")
public interface SubgraphSettings {

    /** How long one try may take, from the wait for a connection to the answer's last byte. */
    @WithDefault("10s")
    Duration timeout();

    /** How long a connection may take to come about: the services are near. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** The most connections to one subgraph. */
    @WithDefault("128")
    int connections();

    /** The most requests that wait for one of them. */
    @WithDefault("1000")
    int waiting();

    /** The largest answer that is read. */
    @WithDefault("16M")
    MemorySize answerLimit();

    /** When a subgraph that fails is left alone. */
    Breaker breaker();

    /** A circuit breaker: it opens when too many of the last tries failed. */
    interface Breaker {

        /** The tries that are looked at. */
        @WithDefault("20")
        int tries();

        /** The part of them, up to 1, that must have failed. */
        @WithDefault("0.5")
        double failing();

        /** How long the subgraph is then left alone. */
        @WithDefault("5s")
        Duration pause();
    }
}
