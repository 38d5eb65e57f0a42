package io.clientele.campaign.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** Reads profile-service's stream of who enters segments and who leaves them. */
@ApplicationScoped
public class MembershipChanges {

    private final ProfileClient profiles;

    MembershipChanges(ProfileClient profiles) {
        this.profiles = profiles;
    }

    /**
     * Somebody entered a segment or left it.
     *
     * @param position rising from 1 without gaps
     * @param customer of one that was erased {@code erased:} and the SHA-256 of the id
     */
    public record Change(long position, String customer, String segment, boolean entered, Instant at) {}

    /** Changes in their order, the cursor after them, and how many follow. */
    public record Page(List<Change> changes, String cursor, long behind) {}

    /** The cursor after the last change that there is now. */
    public Uni<String> now() {
        return profiles.get("internal/v1/memberships/cursor?from=now", Duration.ZERO)
                .map(text -> ProfileClient.json(text).path("cursor").asText());
    }

    /**
     * What comes after a cursor; waits for it if there is nothing yet.
     *
     * @param limit 1 to 10,000
     * @return fails with {@link ProfileFailure}
     */
    public Uni<Page> read(String cursor, int limit, Duration wait) {
        String path = "internal/v1/memberships?cursor=" + cursor + "&limit=" + limit + "&waitMs=" + wait.toMillis();
        return profiles.get(path, wait).map(MembershipChanges::page);
    }

    private static Page page(String lines) {
        List<Change> changes = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            JsonNode json = ProfileClient.json(line);
            if (json.has("cursor")) {
                return new Page(
                        changes,
                        json.path("cursor").asText(),
                        json.path("behind").asLong());
            }
            changes.add(new Change(
                    json.path("position").asLong(),
                    json.path("customer").asText(),
                    json.path("segment").asText(),
                    json.path("entered").asBoolean(),
                    Instant.parse(json.path("at").asText())));
        }
        throw ProfileFailure.away("broke off its answer");
    }
}
