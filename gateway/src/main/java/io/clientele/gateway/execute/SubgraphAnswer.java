package io.clientele.gateway.execute;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a subgraph answers.
 *
 * @param data the data as JSON values ({@link Map}, {@link List}, {@link String}, {@link Number}, {@link Boolean}, null)
 * @param errors the errors as it wrote them
 */
public record SubgraphAnswer(@Nullable Map<String, Object> data, List<Map<String, Object>> errors) {}
