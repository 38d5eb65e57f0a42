/**
 * Starts the servers and services, watches them, starts again what dies, and stops them in order. One supervising
 * process owns all the others; it publishes what it sees through {@link io.clientele.command.home.StateFile}.
 */
@NullMarked
package io.clientele.command.stack;

import org.jspecify.annotations.NullMarked;
