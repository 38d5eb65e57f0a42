/**
 * Products that a message recommends: of the category that the customer looked at, those that most customers put into
 * their carts of late.
 */
@NullMarked
package io.clientele.campaign.recommendation;

import org.jspecify.annotations.NullMarked;
