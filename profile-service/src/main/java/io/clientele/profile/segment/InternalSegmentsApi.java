package io.clientele.profile.segment;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.ConditionJson;
import io.clientele.contract.condition.InvalidConditionException;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.edge.CodedException;
import io.clientele.edge.ServiceTokens;
import io.clientele.edge.condition.ConditionRefusal;
import io.clientele.edge.rest.HttpRefusal;
import io.clientele.edge.rest.JsonBody;
import io.clientele.edge.text.Texts;
import io.smallrye.mutiny.Uni;

/** Segments for other services: docs/internal-api.md describes it. */
@Path("/internal/v1/segments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InternalSegmentsApi {

    private static final int MOST_IDS = 1_000;
    /** No segment has so long an id; who asks may not know. */
    private static final int LONGEST_ID = 512;

    private static final int LONGEST_CUSTOMER_ID = 520;
    private static final int MOST_MEMBERS = 10_000;

    private final InternalSegments segments;
    private final SegmentService service;
    private final ServiceTokens tokens;

    InternalSegmentsApi(InternalSegments segments, SegmentService service, ServiceTokens tokens) {
        this.segments = segments;
        this.service = service;
        this.tokens = tokens;
    }

    /** The next members, in the order of their ids. */
    @GET
    @Path("/{id}/members")
    @Consumes(MediaType.WILDCARD)
    public Uni<byte[]> members(
            @RestPath String id, @RestQuery @Nullable String after, @RestQuery @Nullable String limit) {
        if (after != null && !after.isEmpty()) {
            Texts.check("after", after, LONGEST_CUSTOMER_ID);
        }
        String from = after == null ? "" : after;
        int most = (int) HttpRefusal.whole("limit", limit == null ? "" + MOST_MEMBERS : limit, 1, MOST_MEMBERS);
        return segments.members(Texts.id("id", id), from, most).map(members -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode array = answer.putArray("customers");
            members.forEach(array::add);
            answer.put("after", members.size() < most ? null : members.getLast());
            return JsonBody.bytes(answer);
        });
    }

    /** Which of these segments there are. */
    @POST
    @Path("/exist")
    public Uni<byte[]> exist(byte[] body) {
        List<String> ids = JsonBody.of(body, Set.of("ids")).texts("ids", MOST_IDS, LONGEST_ID);
        return segments.sized(ids).map(found -> {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode array = answer.putArray("segments");
            found.forEach(each -> array.addObject()
                    .put("id", each.segment().id())
                    .put("name", each.segment().name())
                    .put("kind", each.segment().kind().name())
                    .put("size", each.size())
                    .put("settled", each.settled()));
            return JsonBody.bytes(answer);
        });
    }

    /** Defines a segment by a condition, or defines it anew. */
    @PUT
    @Path("/{id}")
    public Uni<byte[]> define(
            @RestPath String id, @RestHeader(HttpHeaders.AUTHORIZATION) String authorization, byte[] body) {
        JsonBody fields = JsonBody.of(body, Set.of("key", "name", "condition"));
        NewDefinition definition = new NewDefinition(
                id, fields.text("name"), SegmentKind.CONDITION, condition(fields.required("condition")));
        return Uni.createFrom()
                .deferred(() -> service.define(
                        fields.text("key"),
                        definition,
                        tokens.caller(authorization).orElseThrow()))
                .onFailure(CodedException.class)
                .transform(InternalSegmentsApi::ofBody)
                .map(defined -> JsonBody.bytes(JsonNodeFactory.instance
                        .objectNode()
                        .put("id", defined.id())
                        .put("name", defined.name())
                        .put("kind", defined.kind().name())
                        .put("version", defined.version())));
    }

    private static SegmentCondition condition(JsonNode json) {
        try {
            return new SegmentCondition(ConditionJson.read(json));
        } catch (InvalidConditionException invalid) {
            throw new ConditionRefusal.RefusedCondition("condition", invalid.failure()).exception();
        }
    }

    /** The mutation's fields are those of its argument {@code input}, which the body is. */
    private static CodedException ofBody(CodedException failure) {
        String field = failure.field();
        return field == null || !field.startsWith("input.")
                ? failure
                : new HttpRefusal(
                        400,
                        failure.code(),
                        field.substring("input.".length()),
                        String.valueOf(failure.getMessage()).replace("input.", ""));
    }
}
