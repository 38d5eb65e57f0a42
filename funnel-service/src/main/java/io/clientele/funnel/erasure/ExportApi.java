package io.clientele.funnel.erasure;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Multi;

/** Where profile-service reads what is stored of a customer. A POST since ids may be more than an address holds. */
@Path("/internal/v1/export")
@Consumes(MediaType.APPLICATION_JSON)
public class ExportApi {

    private final Export export;

    ExportApi(Export export) {
        this.export = export;
    }

    /**
     * Every stored event of these home customers as it was first stored, {@code {"event": …}}, then every refused item
     * that names one, {@code {"rejected": …}}, a line each, and one line {@code {"complete": true, "events": n,
     * "rejected": m}}, without which the answer is not whole.
     */
    @POST
    @Produces("application/x-ndjson")
    public Multi<byte[]> export(byte[] body) {
        return export.lines(Whose.read(body));
    }
}
