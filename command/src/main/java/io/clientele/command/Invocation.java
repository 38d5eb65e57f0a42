package io.clientele.command;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

import io.clientele.command.home.Home;

/**
 * What a command stands on: where its data and the built services lie, and whom it talks to.
 *
 * @param root the checkout
 * @param out answers only, so that they can be piped
 * @param err everything else: progress, notes, failures
 * @param interactive whether a person sits at the other end and can be asked
 */
record Invocation(
        Home home, Path root, Clock clock, BufferedReader in, PrintWriter out, PrintWriter err, boolean interactive) {}
