/**
 * What was sold: customers, orders and revenue of the event {@code Order Completed}.
 *
 * <p>{@code SalesApi} is the GraphQL of it, {@code SalesSearch} the search. Amounts are sums of millionths, exact as long
 * as {@code AmountSum} says.
 */
@NullMarked
package io.clientele.funnel.sales;

import org.jspecify.annotations.NullMarked;
