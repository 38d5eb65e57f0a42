/** Tests that start the real servers. */
@NullMarked
package io.clientele.localstack;

import org.jspecify.annotations.NullMarked;
