package io.clientele.funnel.erasure;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

/** Where profile-service says whom to forget. */
@Path("/internal/v1/erase")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EraseApi {

    private final EraseService service;

    EraseApi(EraseService service) {
        this.service = service;
    }

    /** Does a bounded part of the work; to be sent again, unchanged, until the answer is {@code done}. */
    @POST
    public Uni<EraseAnswer> erase(byte[] body) {
        return service.erase(Whose.read(body));
    }

    /** Counts what an erasure of the same body would erase, and changes nothing. */
    @POST
    @Path("/count")
    public Uni<Stored> count(byte[] body) {
        return service.count(Whose.read(body));
    }
}
