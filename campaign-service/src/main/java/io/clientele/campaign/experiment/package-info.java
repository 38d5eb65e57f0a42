/**
 * Who gets what in an experiment, and what its outcome proves.
 *
 * <p>Customers are assigned by a hash of their id, so that every instance decides alike, again and again, and nothing has
 * to be stored for it. Outcomes are compared by their sums: of a million customers no more is known here than of ten.
 */
@NullMarked
package io.clientele.campaign.experiment;

import org.jspecify.annotations.NullMarked;
