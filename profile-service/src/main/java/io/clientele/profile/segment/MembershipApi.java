package io.clientele.profile.segment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.rest.HttpRefusal;
import io.smallrye.mutiny.Uni;

/** Entries and exits for other services, as lines of JSON: docs/internal-api.md describes them. */
@Path("/internal/v1/memberships")
public class MembershipApi {

    private static final int MOST = 10_000;
    private static final long LONGEST_WAIT = 60_000;
    private static final Duration BEAT = Duration.ofMillis(100);

    private final MembershipStream stream;

    MembershipApi(MembershipStream stream) {
        this.stream = stream;
    }

    /** Where to begin: before the first change, or after the last one that there is now. */
    @GET
    @Path("/cursor")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Map<String, String>> cursor(@RestQuery @Nullable String from) {
        boolean start = "start".equals(from);
        if (!start && !"now".equals(from)) {
            throw new HttpRefusal(400, "INVALID_VALUE", "from", "from is start or now");
        }
        return stream.end().map(end -> Map.of("cursor", (start ? end.at(0) : end).text()));
    }

    /** What comes after a cursor; waits for it if there is nothing yet. */
    @GET
    @Produces("application/x-ndjson")
    public Uni<byte[]> read(
            @RestQuery @Nullable String cursor, @RestQuery @Nullable String limit, @RestQuery @Nullable String waitMs) {
        MembershipCursor after = MembershipCursor.of(cursor == null ? "" : cursor);
        int most = (int) HttpRefusal.whole("limit", limit, 1, MOST);
        long deadline = System.nanoTime() + HttpRefusal.whole("waitMs", waitMs, 0, LONGEST_WAIT) * 1_000_000;
        return stream.end()
                .invoke(end -> known(after, end))
                .chain(() -> changes(after, most, deadline))
                .chain(changes -> stream.end().map(end -> page(after, changes, end)));
    }

    private static void known(MembershipCursor cursor, MembershipCursor end) {
        if (!cursor.history().equals(end.history()) || cursor.position() > end.position()) {
            throw new HttpRefusal(
                    409,
                    "STREAM_HISTORY_CHANGED",
                    "cursor",
                    "the cursor is of another database or of a time that was lost with a backup; begin anew if that is what"
                            + " you want");
        }
    }

    private Uni<List<MembershipChange>> changes(MembershipCursor after, int most, long deadline) {
        return stream.read(after.position(), most)
                .chain(changes -> !changes.isEmpty() || System.nanoTime() >= deadline
                        ? Uni.createFrom().item(changes)
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(BEAT)
                                .chain(() -> changes(after, most, deadline)));
    }

    private static byte[] page(MembershipCursor after, List<MembershipChange> changes, MembershipCursor end) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        changes.forEach(change -> line(
                lines,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("position", change.position())
                        .put("customer", change.customerId())
                        .put("segment", change.segmentId())
                        .put("entered", change.entered())
                        .put("at", change.at().toString())));
        MembershipCursor last =
                changes.isEmpty() ? after : after.at(changes.getLast().position());
        line(
                lines,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("cursor", last.text())
                        .put("behind", Math.max(0, end.position() - last.position())));
        return lines.toByteArray();
    }

    private static void line(ByteArrayOutputStream lines, ObjectNode json) {
        lines.writeBytes((json + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
