/**
 * The Java half of {@code ./clientele}: one class a command, each a thin shell around the package that does the work
 * ({@code home} the data folder, {@code access} keys and tokens, {@code stack} starting and watching processes,
 * {@code query} asking, {@code load} importing, {@code demo} the demo shop). The script {@code ./clientele} finds a
 * JDK and builds; everything else is here.
 */
@NullMarked
package io.clientele.command;

import org.jspecify.annotations.NullMarked;
