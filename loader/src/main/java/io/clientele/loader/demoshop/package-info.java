/**
 * A made-up shop for demonstrations and tests: its customers, visits, orders and costs are drawn from a seed and have the
 * figures of the source shop, which stand in the enums of this package. docs/demo-shop.md tells them in words.
 */
@NullMarked
package io.clientele.loader.demoshop;

import org.jspecify.annotations.NullMarked;
