package io.clientele.funnel.erasure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jboss.resteasy.reactive.RestQuery;

import io.clientele.contract.event.CustomerId;
import io.clientele.funnel.internal.InternalRefusal;
import io.clientele.funnel.internal.InternalRefusal.Reason;
import io.clientele.funnel.internal.RequestBody;
import io.smallrye.mutiny.Multi;

/** Where profile-service reads what is stored of a customer. */
@Path("/internal/v1/export")
public class ExportApi {

    private static final String CUSTOMER = "customer";
    private static final int MOST_CUSTOMERS = 1_000;

    private final Export export;

    ExportApi(Export export) {
        this.export = export;
    }

    /**
     * Every stored event of these home customers as it was first stored, {@code {"event": …}}, then every refused item
     * that names one, {@code {"rejected": …}}, a line each, and one line {@code {"complete": true, "events": n,
     * "rejected": m}}, without which the answer is not whole.
     *
     * @param customer 1 to 1,000 ids
     */
    @GET
    @Produces("application/x-ndjson")
    public Multi<byte[]> export(@RestQuery(CUSTOMER) List<String> customer) {
        if (customer.isEmpty()) {
            throw new InternalRefusal(Reason.MISSING_FIELD, CUSTOMER, "is missing");
        }
        if (customer.size() > MOST_CUSTOMERS) {
            throw new InternalRefusal(Reason.TOO_MANY_ITEMS, CUSTOMER, "is given more than 1000 times");
        }
        Set<CustomerId> customers = new LinkedHashSet<>();
        customer.forEach(id -> customers.add(RequestBody.customer(CUSTOMER, id)));
        return export.lines(customers);
    }
}
