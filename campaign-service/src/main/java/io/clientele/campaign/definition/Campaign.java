package io.clientele.campaign.definition;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;

/** A campaign as clients see it. */
@Key(fields = @FieldSet("id"))
@Description("A campaign: whom it is for, what starts it, what it says and gives.")
public record Campaign(
        @NonNull @Id String id,
        @NonNull @Description("For people.") String name,
        @NonNull CampaignState state,

        @NonNull @Description("1 for the first definition, then rising.")
        Integer version,

        @NonNull @Description("0 to 100, the greater first.")
        Integer priority,

        @Nullable @Id @Description("The playbook that it was made of.")
        String playbook,

        @NonNull @Description("The definition as JSON, with the words of CampaignInput.")
        String definition,

        @Nullable @Description("Whose members may be contacted; null: everybody whom the trigger names.")
        Segment audience,

        @Nullable Instant startsAt,
        @Nullable Instant endsAt,

        @Nullable @Description("When it was launched first.")
        Instant launchedAt,

        @NonNull Instant changedAt,
        @NonNull @Description("Who changed it last.") String changedBy) {

    /** A stored one. */
    public static Campaign of(StoredCampaign stored) {
        CampaignDefinition definition = stored.definition();
        return new Campaign(
                stored.id(),
                definition.name(),
                stored.state(),
                stored.version(),
                definition.priority(),
                definition.playbook().orElse(null),
                CampaignJson.write(stored.input()),
                definition.audience().segment().map(Segment::new).orElse(null),
                definition.startsAt().orElse(null),
                definition.endsAt().orElse(null),
                stored.launchedAt().orElse(null),
                stored.changedAt(),
                stored.changedBy());
    }
}
