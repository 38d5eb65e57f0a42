/** Customers' traits from any CSV. */
@NullMarked
package io.clientele.loader.customers;

import org.jspecify.annotations.NullMarked;
