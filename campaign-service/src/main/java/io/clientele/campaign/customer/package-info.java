/** Customers, as the gateway names them: who somebody is, profile-service knows. */
@NullMarked
package io.clientele.campaign.customer;

import org.jspecify.annotations.NullMarked;
