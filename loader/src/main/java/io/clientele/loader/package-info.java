/**
 * Loading of events from outside: sources of events (files of other shops, Segment messages, the generated demo shop) and
 * the client that carries them through the public collection API, resumably and without ever sending an event twice under
 * two message ids. The formats live in sub-packages; this package is what callers use.
 */
@NullMarked
package io.clientele.loader;

import org.jspecify.annotations.NullMarked;
