/**
 * Who may see what: marks in an operation what its caller's scopes do not admit, before it is planned.
 *
 * <p>The schema says it ({@code @requiresScopes}); the subgraphs hold to it again. What is marked is asked of nobody and null in the answer,
 * with an error that says so, and the rest is answered.
 */
@NullMarked
package io.clientele.gateway.access;

import org.jspecify.annotations.NullMarked;
