/**
 * What a client asks, in one form whatever its words: fragments resolved, fields of the same name merged, {@code @skip} and
 * {@code @include} decided, every selection known for every object that it can meet.
 */
@NullMarked
package io.clientele.gateway.operation;

import org.jspecify.annotations.NullMarked;
