/**
 * The Elasticsearch plugin: what it registers with a node.
 *
 * <p>A stock Elasticsearch distribution forbids a plugin files, network, threads and reflection. Nothing here, nor below,
 * uses them; a test holds that.
 */
@NullMarked
package io.clientele.elasticsearch;

import org.jspecify.annotations.NullMarked;
