@NullMarked
package io.clientele.loader;

import org.jspecify.annotations.NullMarked;
