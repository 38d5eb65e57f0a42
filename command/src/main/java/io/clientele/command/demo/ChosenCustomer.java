package io.clientele.command.demo;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.clientele.command.query.GraphQLClient;

/**
 * A customer worth looking at.
 *
 * @param why of whom it was chosen, as what
 */
record ChosenCustomer(String id, String why) {

    /**
     * Chooses of buyers with a full cart, else of those who could leave, the one who would be missed most, else who spent most.
     *
     * @return empty where there is nobody
     */
    static Optional<ChosenCustomer> of(GraphQLClient gateway) throws InterruptedException {
        JsonNode data = gateway.data(Questions.choose(), "{}");
        return first(data.path("carters"), "of %,d heavy carters who could leave, the one with most at stake")
                .or(() -> first(data.path("leaving"), "of %,d who could leave, the one with most at stake"))
                .or(() -> first(data.path("everyone"), "of %,d customers, the one who spent most"));
    }

    private static Optional<ChosenCustomer> first(JsonNode customers, String why) {
        String id = customers.at("/edges/0/node/id").asText();
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChosenCustomer(
                        id,
                        String.format(
                                Locale.ROOT, why, customers.path("totalCount").asLong())));
    }

    /** The variables of {@link Questions#card()} and {@link Questions#customer()}. */
    String variables() {
        return JsonNodeFactory.instance.objectNode().put("id", id).toString();
    }
}
