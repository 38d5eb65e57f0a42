/**
 * Who may call this service over plain HTTP: whatever lies under {@code /internal} is for services of this installation,
 * everything else says itself which role it is for.
 */
@NullMarked
package io.clientele.edge.rest;

import org.jspecify.annotations.NullMarked;
