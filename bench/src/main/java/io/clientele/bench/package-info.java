@NullMarked
package io.clientele.bench;

import org.jspecify.annotations.NullMarked;
