@NullMarked
package io.clientele.campaign;

import org.jspecify.annotations.NullMarked;
