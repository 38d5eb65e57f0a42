package io.clientele.profile.population;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.CustomerField;
import io.clientele.edge.page.PageInfo;
import io.clientele.edge.page.PageRequest;
import io.clientele.profile.card.Customer;

/** Writes the search for a page of customers and reads its answer; pure. */
final class CustomerList {

    private static final String ID = CustomerField.CUSTOMER_ID.fieldName();

    private CustomerList() {}

    /**
     * The search for a page.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_CURSOR}
     */
    static ObjectNode search(ObjectNode query, CustomerOrdering order, PageRequest page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("query").putObject("bool").putArray("filter").add(query);
        // One more than the page shows whether there is a next one.
        body.put("size", page.size() + 1).put("track_total_hits", true).put("_source", false);
        ArrayNode sort = body.putArray("sort");
        CustomerField descendingBy = order.descendingBy();
        if (descendingBy != null) {
            ObjectNode by = sort.addObject().putObject(descendingBy.fieldName());
            by.put("order", page.backward() ? "asc" : "desc");
            // A customer that lacks it is the last, whichever way the list is read.
            by.put("missing", page.backward() ? "_first" : "_last");
        }
        sort.addObject().put(ID, page.backward() ? "desc" : "asc");
        String cursor = page.cursor();
        if (cursor != null) {
            body.set("search_after", PlaceInList.sortValues(order, cursor, page.cursorArgument()));
        }
        return body;
    }

    static CustomerConnection read(JsonNode answer, CustomerOrdering order, PageRequest page) {
        List<CustomerEdge> edges = new ArrayList<>();
        for (JsonNode hit : answer.required("hits").required("hits")) {
            edges.add(new CustomerEdge(
                    new Customer(hit.required("_id").asText()), PlaceInList.cursor(order, hit.required("sort"))));
        }
        boolean more = edges.size() > page.size();
        if (more) {
            edges.removeLast();
        }
        if (page.backward()) {
            Collections.reverse(edges);
        }
        // What the cursor was handed out for lies on its other side.
        boolean cameFrom = page.cursor() != null;
        PageInfo info = new PageInfo(
                page.backward() ? cameFrom : more,
                page.backward() ? more : cameFrom,
                edges.isEmpty() ? null : edges.getFirst().cursor(),
                edges.isEmpty() ? null : edges.getLast().cursor());
        return new CustomerConnection(
                edges, info, answer.at("/hits/total").required("value").asLong());
    }

    /** Everybody. */
    static ObjectNode everyone() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("match_all");
        return query;
    }

    /** Those of whom a field has one of these values. */
    static ObjectNode with(CustomerField field, List<String> values) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode any = query.putObject("terms").putArray(field.fieldName());
        values.forEach(any::add);
        return query;
    }
}
