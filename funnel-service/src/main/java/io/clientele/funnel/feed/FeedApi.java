package io.clientele.funnel.feed;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.InvalidEventException;
import io.clientele.contract.feed.FeedRequest;
import io.smallrye.mutiny.Uni;

/**
 * Pages of the feed, as lines of JSON: docs/feed.md describes them, the contract's {@code FeedClient} reads them. A
 * question is a POST since cursors and names may be more than an address holds; it changes nothing.
 */
@Path("/internal/v1/feed")
@Consumes(MediaType.WILDCARD)
@Produces("application/x-ndjson")
public class FeedApi {

    /** An index has no more shards. */
    static final int MOST_CURSORS = 1_024;

    private final FeedService feed;

    FeedApi(FeedService feed) {
        this.feed = feed;
    }

    @POST
    @Path("/read")
    public Uni<byte[]> read(byte[] body) {
        return feed.read(ReadQuestion.of(body));
    }

    @POST
    @Path("/history")
    public Uni<byte[]> history(byte[] bytes) {
        JsonBody body = JsonBody.of(bytes);
        return feed.history(
                customer(body.text("customer")), body.cursors("read", MOST_CURSORS), body.optionalCursor("after"), (int)
                        body.whole("limit", 1, FeedRequest.MAX_LIMIT));
    }

    private static CustomerId customer(String id) {
        try {
            return id.startsWith(CustomerId.ANONYMOUS)
                    ? CustomerId.of(null, id.substring(CustomerId.ANONYMOUS.length()))
                    : CustomerId.of(id, null);
        } catch (InvalidEventException noCustomer) {
            throw FeedRefusal.invalid(
                    "customer", "customer " + noCustomer.failure().reason());
        }
    }
}
