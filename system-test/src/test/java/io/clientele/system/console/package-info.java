/** The console in Chromium, before all services as they are built. */
@NullMarked
package io.clientele.system.console;

import org.jspecify.annotations.NullMarked;
