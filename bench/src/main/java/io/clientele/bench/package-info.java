/**
 * The benchmarks behind docs/performance.md.
 *
 * <p>Each runs real servers on this machine, drives ours and its peer in turn in the same run, prints its table and, for
 * each figure with a goal, a last line {@code ratio NAME VALUE (goal VALUE)}.
 */
@NullMarked
package io.clientele.bench;

import org.jspecify.annotations.NullMarked;
