/**
 * What a benefit takes off a cart: pure, and without any framework.
 *
 * <p>Amounts are in millionths of the currency's unit. A discount is cut to the currency's smallest coin, is never more than
 * what it is a discount on, and is refused with its reason where there is none.
 */
@NullMarked
package io.clientele.campaign.benefit.terms;

import org.jspecify.annotations.NullMarked;
