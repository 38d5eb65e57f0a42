@NullMarked
package io.clientele.funnel;

import org.jspecify.annotations.NullMarked;
