/** A made-up shop behind the gateway's composed schema, so that what the console asks is checked against it. */
@NullMarked
package io.clientele.console.shop;

import org.jspecify.annotations.NullMarked;
