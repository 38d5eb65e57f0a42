package io.clientele.gateway.testbed;

import java.util.Map;

/** One request: a document of one operation, and its variables as JSON has them. */
record Operation(String text, Map<String, Object> variables) {}
