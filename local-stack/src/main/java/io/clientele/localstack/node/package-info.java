/**
 * The main class of the Elasticsearch child process. It runs on the server's own libraries and is packed into a jar of
 * its own, so nothing here may use another package of this module.
 */
@NullMarked
package io.clientele.localstack.node;

import org.jspecify.annotations.NullMarked;
