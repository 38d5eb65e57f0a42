@NullMarked
package io.clientele.localstack;

import org.jspecify.annotations.NullMarked;
