/**
 * Runs the built services with their real servers, kills all of them again and again, and compares what is left with what
 * the same events come to in memory, where nothing is ever killed.
 */
@NullMarked
package io.clientele.system.crash;

import org.jspecify.annotations.NullMarked;
