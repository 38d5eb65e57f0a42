/** Chromium, driven by Playwright. */
@NullMarked
package io.clientele.console.browser;

import org.jspecify.annotations.NullMarked;
