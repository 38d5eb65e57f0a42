@NullMarked
package io.clientele.command;

import org.jspecify.annotations.NullMarked;
