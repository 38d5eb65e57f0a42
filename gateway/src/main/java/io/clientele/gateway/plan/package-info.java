/**
 * The executable plan of an operation: the requests to subgraphs, what each is told, which waits for which, and where its
 * answer belongs.
 *
 * <p>A {@link io.clientele.gateway.plan.Assembly} turns the chosen resolution into drafts of requests, passes join drafts
 * that can be one, and what remains is written down as GraphQL text. Plans hold no values of variables but of those that
 * decide what is asked, and can be carried out any number of times.
 */
@NullMarked
package io.clientele.gateway.plan;

import org.jspecify.annotations.NullMarked;
