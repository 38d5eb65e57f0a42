package io.clientele.funnel.funnel;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Where profile-service asks who reached a funnel's step, to make a segment of them. */
@Path("/internal/v1/funnel/customers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FunnelCustomersApi {

    private final FunnelCustomers customers;

    FunnelCustomersApi(FunnelCustomers customers) {
        this.customers = customers;
    }

    /**
     * A page of customers' ids, with what the next page comes after: null on the last one. A page may be empty although there
     * is a next one.
     */
    @POST
    public Uni<String> list(byte[] body) {
        return customers.list(CustomersRequest.read(body)).map(page -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode ids = answer.putArray("customers");
            page.customers().forEach(customer -> ids.add(customer.id()));
            CustomerPlace after = page.searchedTo();
            return answer.put("total", page.total())
                    .put("after", after == null ? null : after.cursor())
                    .toString();
        });
    }
}
