package io.clientele.funnel.erasure;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.CustomerId;
import io.clientele.funnel.internal.InternalRefusal;
import io.clientele.funnel.internal.InternalRefusal.Reason;
import io.clientele.funnel.internal.RequestBody;

/**
 * What one home customer sent, of all times or of one: a device that people shared is theirs one after the other.
 *
 * @param customer the customer that the events themselves name
 * @param from the first instant, or null for no bound
 * @param to the instant after the last, or null for no bound
 */
record Extent(
        CustomerId customer,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** The key of a request's extents. */
    static final String CUSTOMERS = "customers";

    private static final int MOST = 1_000;
    private static final String CUSTOMER = "customer";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final Set<String> KEYS = Set.of(CUSTOMER, FROM, TO);

    Extent {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InternalRefusal(Reason.INVALID_RANGE, CUSTOMERS, "has a range that ends before it begins");
        }
    }

    /** 1 to 1,000 extents, each a customer's id or an object with {@code customer}, {@code from} and {@code to}. */
    static List<Extent> read(RequestBody body) {
        Set<Extent> extents = new LinkedHashSet<>();
        for (RequestBody.Element element : body.elements(CUSTOMERS, MOST)) {
            extents.add(
                    switch (element) {
                        case RequestBody.Element.Text(String text) ->
                            new Extent(RequestBody.customer(CUSTOMERS, text), null, null);
                        case RequestBody.Element.Fields(RequestBody fields) -> {
                            fields.only(KEYS);
                            yield new Extent(fields.customer(CUSTOMER), fields.instant(FROM), fields.instant(TO));
                        }
                    });
        }
        return List.copyOf(extents);
    }

    /** Whether it has no bound. */
    boolean whole() {
        return from == null && to == null;
    }
}
