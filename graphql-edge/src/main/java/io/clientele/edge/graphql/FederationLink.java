package io.clientele.edge.graphql;

import org.eclipse.microprofile.graphql.GraphQLApi;

import io.smallrye.graphql.api.federation.link.Import;
import io.smallrye.graphql.api.federation.link.Link;

/**
 * Declares each subgraph as Federation 2: without this link a composer takes the schema for Federation 1.
 *
 * <p>A directive that is not imported here would be printed as {@code @federation__name}.
 */
@GraphQLApi
@Link(
        url = Link.FEDERATION_SPEC_LATEST_URL,
        _import = {
            @Import(name = "@key"),
            @Import(name = "@shareable"),
            @Import(name = "@external"),
            @Import(name = "@requires"),
            @Import(name = "@provides"),
            @Import(name = "@override"),
            @Import(name = "@inaccessible"),
            @Import(name = "@tag"),
            @Import(name = "@requiresScopes"),
            @Import(name = "FieldSet")
        })
public class FederationLink {}
