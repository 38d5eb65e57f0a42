/**
 * The one way of every service to Elasticsearch.
 *
 * <p>{@link io.clientele.elasticsearch.client.Elasticsearch} sends: answers come back as JSON on the caller's Vert.x
 * context, and whatever goes wrong is one of the sealed
 * {@link io.clientele.elasticsearch.client.ElasticsearchFailure}s. {@link io.clientele.elasticsearch.client.Searches}
 * answers clients' questions through it, and fails with what a client may read. Nothing else imports the Elasticsearch
 * client.
 */
@NullMarked
package io.clientele.elasticsearch.client;

import org.jspecify.annotations.NullMarked;
