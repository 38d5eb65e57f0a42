package io.clientele.campaign.audience;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.definition.AudienceSegments;
import io.clientele.contract.condition.ConditionJson;
import io.clientele.contract.condition.SegmentCondition;
import io.smallrye.mutiny.Uni;

/** Segments as profile-service keeps them. */
@ApplicationScoped
public class Segments implements AudienceSegments {

    private final ProfileClient profiles;

    Segments(ProfileClient profiles) {
        this.profiles = profiles;
    }

    /**
     * A segment that exists.
     *
     * @param manual whether its members are listed, so that an empty one stays empty
     * @param members how many it has now
     */
    public record Known(boolean manual, long members) {}

    /**
     * Some members, in the order of their ids.
     *
     * @param after where the next page begins; absent on the last one
     */
    public record Members(List<String> customers, Optional<String> after) {}

    /** Those of these segments that there are, by id. */
    public Uni<Map<String, Known>> exist(Collection<String> ids) {
        return described(ids).map(answer -> {
            Map<String, Known> known = new HashMap<>();
            answer.path("segments")
                    .forEach(segment -> known.put(
                            segment.path("id").asText(),
                            new Known(
                                    "MANUAL".equals(segment.path("kind").asText()),
                                    segment.path("size").asLong())));
            return known;
        });
    }

    /** The names of those of these segments that there are, by id; none while profile-service is away. */
    public Uni<Map<String, String>> names(Collection<String> ids) {
        return described(ids)
                .map(answer -> {
                    Map<String, String> names = new HashMap<>();
                    answer.path("segments")
                            .forEach(segment -> names.put(
                                    segment.path("id").asText(),
                                    segment.path("name").asText()));
                    return names;
                })
                // A sentence with ids in it says the same.
                .onFailure(ProfileFailure.class)
                .recoverWithItem(Map.of());
    }

    private Uni<JsonNode> described(Collection<String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode asked = body.putArray("ids");
        ids.forEach(asked::add);
        return profiles.post("internal/v1/segments/exist", body);
    }

    /**
     * A page of a segment's members.
     *
     * @param after where the page before said that the next one begins; null to begin
     * @param limit 1 to 10,000
     */
    public Uni<Members> members(String segment, @Nullable String after, int limit) {
        String path = "internal/v1/segments/" + encoded(segment) + "/members?limit=" + limit
                + (after == null ? "" : "&after=" + encoded(after));
        return profiles.get(path, Duration.ZERO).map(ProfileClient::json).map(answer -> {
            List<String> customers = new ArrayList<>();
            answer.path("customers").forEach(customer -> customers.add(customer.asText()));
            return new Members(
                    customers,
                    answer.hasNonNull("after")
                            ? Optional.of(answer.path("after").asText())
                            : Optional.empty());
        });
    }

    @Override
    public Uni<Void> define(String id, String name, SegmentCondition condition) {
        JsonNode stored = ConditionJson.write(condition.condition());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // A key of its own: defined again is defined again, whatever was defined meanwhile.
        body.put("key", UUID.randomUUID().toString()).put("name", name).set("condition", stored);
        return profiles.put("internal/v1/segments/" + encoded(id), body).replaceWithVoid();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
