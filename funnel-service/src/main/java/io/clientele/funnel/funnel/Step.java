package io.clientele.funnel.funnel;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One step of a funnel.
 *
 * @param name what the answer calls it
 * @param query what its events match
 */
record Step(String name, ObjectNode query) {}
