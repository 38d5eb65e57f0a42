package io.clientele.funnel.feed;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.clientele.contract.feed.FeedCursor;
import io.smallrye.mutiny.Uni;

/** Who reads the feed, from where, and how far they are. */
@Path("/internal/v1/feed/consumers")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class ConsumersApi {

    private final FeedService feed;
    private final Consumers consumers;
    private final ConsumerProgress progress;

    ConsumersApi(FeedService feed, Consumers consumers, ConsumerProgress progress) {
        this.feed = feed;
        this.consumers = consumers;
        this.progress = progress;
    }

    /** All consumers, and how far each is behind. */
    @GET
    public Uni<Map<String, List<ConsumerProgress.Progress>>> list() {
        return progress.now().map(all -> Map.of("consumers", all));
    }

    @PUT
    @Path("/{name}")
    public Uni<Void> register(@PathParam("name") String name) {
        return consumers.register(ConsumerName.valid(name));
    }

    @DELETE
    @Path("/{name}")
    public Uni<Void> unregister(@PathParam("name") String name) {
        return consumers.unregister(ConsumerName.valid(name));
    }

    @POST
    @Path("/{name}/cursors")
    public Uni<Map<String, List<String>>> cursors(@PathParam("name") String name, byte[] body) {
        return feed.cursors(ConsumerName.valid(name), JsonBody.of(body).cursors("known", FeedApi.MOST_CURSORS))
                .map(cursors -> Map.of(
                        "cursors", cursors.stream().map(FeedCursor::value).toList()));
    }

    @POST
    @Path("/{name}/committed")
    public Uni<Void> committed(@PathParam("name") String name, byte[] body) {
        return consumers.committed(
                ConsumerName.valid(name), JsonBody.of(body).cursors("cursors", FeedApi.MOST_CURSORS));
    }
}
