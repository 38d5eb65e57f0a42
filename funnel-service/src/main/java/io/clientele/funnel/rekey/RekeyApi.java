package io.clientele.funnel.rekey;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

/** Where profile-service says whom events belong to. */
@Path("/internal/v1/rekey")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RekeyApi {

    private final RekeyService service;

    RekeyApi(RekeyService service) {
        this.service = service;
    }

    /** Does a bounded part of the work; each run is to be sent again, unchanged, until it is {@code done}. */
    @POST
    public Uni<RekeyAnswer> rekey(byte[] body) {
        return service.rekey(AskedRun.read(body));
    }
}
