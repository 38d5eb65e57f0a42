/**
 * What enrols customers: events from the feed, entries and exits of segments, dates, and silence. An enrolment waits until it
 * is due and then is decided about, once.
 *
 * <p>Each source works in one transaction with the cursor or the row that says how far it is, so that everything enrols once.
 */
@NullMarked
package io.clientele.campaign.trigger;

import org.jspecify.annotations.NullMarked;
