/** Tests of the console: its route, its words and GraphQL documents, and its views in Chromium. */
@NullMarked
package io.clientele.console;

import org.jspecify.annotations.NullMarked;
