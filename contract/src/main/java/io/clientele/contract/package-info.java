@NullMarked
package io.clientele.contract;

import org.jspecify.annotations.NullMarked;
