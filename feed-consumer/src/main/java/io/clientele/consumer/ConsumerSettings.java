package io.clientele.consumer;

import java.time.Duration;
import java.util.Set;

/**
 * How a service reads the feed.
 *
 * @param consumer the name that the feed knows the service by; all instances on one database share it
 * @param events the names of the events that it wants; none: all
 * @param pageEvents most events of one page, which is one transaction; 1 to 10,000
 * @param maxWait how long the feed may wait for events before it answers an empty page
 * @param lease how long a shard stays with an instance that is not heard of
 */
public record ConsumerSettings(String consumer, Set<String> events, int pageEvents, Duration maxWait, Duration lease) {}
