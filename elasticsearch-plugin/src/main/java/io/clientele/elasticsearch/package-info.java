@NullMarked
package io.clientele.elasticsearch;

import org.jspecify.annotations.NullMarked;
