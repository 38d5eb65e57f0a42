/**
 * What offers give, and who holds and uses them: benefits, coupons, redemptions.
 *
 * <p>{@link io.clientele.campaign.benefit.Coupons} is what other features call: it issues coupons within the transaction that
 * decides, and takes redemptions of cancelled orders back. {@code terms} is the pure core: what a benefit takes off a cart.
 *
 * <p>Every transaction takes its locks in one order: first the orders (advisory locks, by their hashes), then the rows of
 * benefits by id, then rows of coupons. Who holds a benefit's row decides alone about its stock, its budget and its limit per
 * customer; the tables' constraints hold them, too.
 */
@NullMarked
package io.clientele.campaign.benefit;

import org.jspecify.annotations.NullMarked;
