/**
 * Parts as they are stored: the sums of the events of one home in one run, with their orders in rows of their own.
 *
 * <p>All access is in batches, by arrays that PostgreSQL unnests: a page of the feed costs a few statements, however many
 * customers it is about.
 */
@NullMarked
package io.clientele.profile.part;

import org.jspecify.annotations.NullMarked;
