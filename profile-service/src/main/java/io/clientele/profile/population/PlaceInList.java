package io.clientele.profile.population;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.clientele.contract.event.EventDocument;
import io.clientele.edge.page.PageRefusal;

/** Where in which list a customer stands, as opaque text. */
final class PlaceInList {

    private PlaceInList() {}

    static String cursor(CustomerOrdering order, JsonNode sortValues) {
        ArrayNode place = JsonNodeFactory.instance.arrayNode().add(order.name());
        sortValues.forEach(place::add);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What the list is sorted by at the place.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_CURSOR}
     */
    static ArrayNode sortValues(CustomerOrdering order, String cursor, String argument) {
        if (tree(cursor, argument) instanceof ArrayNode place
                && place.path(0).asText().equals(order.name())
                && isPlace(order, place)) {
            place.remove(0);
            return place;
        }
        throw new PageRefusal.InvalidCursor(argument).exception();
    }

    private static boolean isPlace(CustomerOrdering order, ArrayNode place) {
        return order.descendingBy() == null
                ? place.size() == 2 && place.path(1).isTextual()
                : place.size() == 3
                        && place.path(1).canConvertToLong()
                        && place.path(1).isIntegralNumber()
                        && place.path(2).isTextual();
    }

    private static JsonNode tree(String cursor, String argument) {
        try {
            return EventDocument.MAPPER.readTree(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException | IOException notOurs) {
            RuntimeException refusal = new PageRefusal.InvalidCursor(argument).exception();
            refusal.addSuppressed(notOurs);
            throw refusal;
        }
    }
}
