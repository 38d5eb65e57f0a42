/**
 * What funnel-service, which owns the events, is told of identity: under which customer a home's events are to be found.
 *
 * <p>Tasks are written in the transaction that decides, and sent afterwards until funnel-service says that it is done. A
 * task says what is to be, not what to change, so that it may be sent any number of times.
 */
@NullMarked
package io.clientele.profile.rekey;

import org.jspecify.annotations.NullMarked;
