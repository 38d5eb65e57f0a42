/**
 * A real Elasticsearch and a real PostgreSQL on this machine, without Docker.
 *
 * <p>{@link io.clientele.localstack.ElasticsearchServer} and {@link io.clientele.localstack.PostgresServer} each run one
 * server as a child process on a data folder; {@link io.clientele.localstack.SharedStack} is the pair that the tests of
 * one JVM share; {@link io.clientele.localstack.ChildProcess} is the leash that every child hangs on: when this process
 * dies, however it dies, its children stop.
 */
@NullMarked
package io.clientele.localstack;

import org.jspecify.annotations.NullMarked;
