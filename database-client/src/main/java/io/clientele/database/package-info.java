/**
 * The service's PostgreSQL: its schema, transactions, and what goes wrong there.
 *
 * <p>The schema is brought up to date in the background ({@code db/migration}, Flyway), again and again while the server is
 * away, so that the service starts without it. {@link io.clientele.database.Database} runs work in a transaction
 * once the schema stands, and turns every fault of the server that people can act on into a
 * {@link io.clientele.database.DatabaseFailure}.
 */
@NullMarked
package io.clientele.database;

import org.jspecify.annotations.NullMarked;
