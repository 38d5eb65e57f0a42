package io.clientele.funnel.collect;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.clientele.funnel.caller.CallingService;
import io.smallrye.mutiny.Uni;

/**
 * Events of other services, such as the identify that a changed trait is: the body and the answer of {@code /v1/batch},
 * the service's name as source.
 */
@Path("/internal/v1/events")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class ServiceEventsApi {

    private final RequestReader requests;
    private final Collector collector;
    private final CallingService caller;

    ServiceEventsApi(RequestReader requests, Collector collector, CallingService caller) {
        this.requests = requests;
        this.collector = collector;
        this.caller = caller;
    }

    @POST
    public Uni<CollectAnswer> collect(byte[] body) {
        CollectRequest request = requests.batch(body);
        return collector.collect(caller.name(), null, request.sentAt(), request.items());
    }
}
