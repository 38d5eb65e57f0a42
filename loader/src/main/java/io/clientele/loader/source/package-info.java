/**
 * What a source of events is: rows in a fixed order, each a message or a bad row with its reason, and the failures that end a
 * load. Everything else in the module rests on this package, which itself knows nothing of formats or of loading.
 */
@NullMarked
package io.clientele.loader.source;

import org.jspecify.annotations.NullMarked;
