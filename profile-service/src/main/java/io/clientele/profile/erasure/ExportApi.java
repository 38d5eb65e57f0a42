package io.clientele.profile.erasure;

import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.clientele.database.Database;
import io.clientele.edge.Role;
import io.clientele.edge.rest.HttpRefusal;
import io.clientele.profile.card.CustomerReading;
import io.smallrye.mutiny.Multi;

/** Everything that is known of a customer, as lines of JSON: docs/customers.md describes them. */
@Path("/v1/customers/export")
@RolesAllowed(Role.ADMIN)
public class ExportApi {

    private final Database database;
    private final CustomerReading reading;
    private final KnownOfCustomer known;
    private final FunnelStore funnel;

    ExportApi(Database database, CustomerReading reading, KnownOfCustomer known, FunnelStore funnel) {
        this.database = database;
        this.reading = reading;
        this.known = known;
        this.funnel = funnel;
    }

    /**
     * One line for each thing, an object whose one key says what it is, and a last line {@code {"complete": true, …}},
     * without which the answer is not whole.
     *
     * @param customer any id that leads to the customer
     */
    @GET
    @Produces("application/x-ndjson")
    public Multi<byte[]> export(@RestQuery @Nullable String customer) {
        if (customer == null || customer.isEmpty()) {
            throw new HttpRefusal(400, "MISSING_FIELD", "customer", "customer is missing");
        }
        return database.inTransaction(transaction -> reading.find(transaction, customer)
                        .map(found -> found.orElseThrow(() -> new HttpRefusal(
                                404, "UNKNOWN_CUSTOMER", "customer", "No customer has the id that customer names.")))
                        .chain(found -> known.of(transaction, found.id())))
                .chain(all -> funnel.export(all.extent().stretches())
                        .map(chunks -> Multi.createBy()
                                .concatenating()
                                .streams(
                                        Multi.createFrom()
                                                .iterable(all.lines())
                                                .map(line -> line.getBytes(StandardCharsets.UTF_8)),
                                        Lines.whole(chunks))))
                .onFailure(FunnelTrouble.class)
                .transform(trouble ->
                        new HttpRefusal(503, "EVENTS_UNAVAILABLE", null, "The event store gives no answer; try again."))
                .onItem()
                .transformToMulti(lines -> lines);
    }
}
