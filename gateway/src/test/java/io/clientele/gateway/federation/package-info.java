/** Tests of requests led through all the chapters. */
@NullMarked
package io.clientele.gateway.federation;

import org.jspecify.annotations.NullMarked;
