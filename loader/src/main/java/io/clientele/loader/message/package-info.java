/** Making of Segment messages: their ids and their JSON. */
@NullMarked
package io.clientele.loader.message;

import org.jspecify.annotations.NullMarked;
