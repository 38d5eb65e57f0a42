package io.clientele.gateway.execute;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What became of an operation.
 *
 * @param data the data; null if an error reached the root
 * @param errors what failed
 */
public record Answer(@Nullable Map<String, Object> data, List<AnswerError> errors) {}
