package io.clientele.funnel.collect;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.EventType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Segment's HTTP spec. Every content type is read as JSON, since browsers send beacons as text. */
@Path("/v1")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class CollectApi {

    private final RequestReader requests;
    private final WriteKeys writeKeys;
    private final Collector collector;

    CollectApi(RequestReader requests, WriteKeys writeKeys, Collector collector) {
        this.requests = requests;
        this.writeKeys = writeKeys;
        this.collector = collector;
    }

    /** One message, of the type that the address names. */
    @POST
    @Path("/{type:identify|track|page|screen|group|alias}")
    public Uni<CollectAnswer> single(
            @PathParam("type") String type,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context RoutingContext call) {
        return collect(EventType.of(type), authorization, requests.single(BoundedBodies.body(call)));
    }

    /** Many messages, each with its type; {@code import} is what Segment's Java client calls it. */
    @POST
    @Path("/{call:batch|import}")
    public Uni<CollectAnswer> batch(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Context RoutingContext call) {
        return collect(null, authorization, requests.batch(BoundedBodies.body(call)));
    }

    private Uni<CollectAnswer> collect(
            @Nullable EventType type, @Nullable String authorization, CollectRequest request) {
        String source = writeKeys.source(authorization, request.writeKey());
        return collector.collect(source, type, request.sentAt(), request.items());
    }
}
