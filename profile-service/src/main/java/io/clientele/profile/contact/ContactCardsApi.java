package io.clientele.profile.contact;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.rest.JsonBody;
import io.smallrye.mutiny.Uni;

/** Customers for the service that contacts them: docs/internal-api.md describes it. */
@Path("/internal/v1/customers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ContactCardsApi {

    private static final int MOST = 1_000;
    private static final int LONGEST_ID = 512;

    private final ContactCards cards;

    ContactCardsApi(ContactCards cards) {
        this.cards = cards;
    }

    /**
     * The cards of the customers that up to 1,000 ids lead to, one for each id that leads to a customer. What no id can be
     * leads to nobody: events bring such texts, and nobody else's card hangs on them.
     */
    @POST
    @Path("/cards")
    public Uni<byte[]> cards(byte[] body) {
        List<String> asked = JsonBody.of(body, Set.of("customers")).names("customers", MOST, LONGEST_ID);
        return cards.load(asked).map(found -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.putArray("cards").addAll(found);
            return JsonBody.bytes(answer);
        });
    }
}
