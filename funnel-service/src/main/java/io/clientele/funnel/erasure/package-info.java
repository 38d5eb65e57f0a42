/**
 * Forgets customers, and tells what is stored of them.
 *
 * <p>{@link io.clientele.funnel.erasure.EraseApi} leaves of a customer's events only their message ids, so that a
 * repetition of a message stays a repetition, and nothing of what the collector refused. {@link
 * io.clientele.funnel.erasure.ExportApi} tells everything that erasing would take.
 */
@NullMarked
package io.clientele.funnel.erasure;

import org.jspecify.annotations.NullMarked;
