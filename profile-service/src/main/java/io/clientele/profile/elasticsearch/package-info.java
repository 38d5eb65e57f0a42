/**
 * The one way of this service to Elasticsearch.
 *
 * <p>Everything is sent through {@link io.clientele.profile.elasticsearch.Elasticsearch}: answers come back as JSON on
 * the caller's Vert.x context, and whatever goes wrong is one of the sealed
 * {@link io.clientele.profile.elasticsearch.ElasticsearchFailure}s. No other package imports the Elasticsearch client.
 */
@NullMarked
package io.clientele.profile.elasticsearch;

import org.jspecify.annotations.NullMarked;
