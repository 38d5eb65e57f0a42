/**
 * What opens the doors of a local stack: the key pair that signs tokens, the write key of the collection API, and the
 * passwords of the databases. All are made once and kept in files that only their owner may read.
 */
@NullMarked
package io.clientele.command.access;

import org.jspecify.annotations.NullMarked;
