/** The contacts that were decided, as staff and the customers themselves read them. */
@NullMarked
package io.clientele.campaign.contact;

import org.jspecify.annotations.NullMarked;
