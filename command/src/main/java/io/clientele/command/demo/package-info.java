/** The demo: what it asks the loaded shop, and how the answer is shown. */
@NullMarked
package io.clientele.command.demo;

import org.jspecify.annotations.NullMarked;
