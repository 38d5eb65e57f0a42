/**
 * Who may see what: takes out of an operation what its caller's scopes do not admit, before it is planned.
 *
 * <p>The schema says it ({@code @requiresScopes}); the subgraphs hold to it again. What is taken out is null in the answer,
 * with an error that says so, and the rest is answered.
 */
@NullMarked
package io.clientele.gateway.access;

import org.jspecify.annotations.NullMarked;
