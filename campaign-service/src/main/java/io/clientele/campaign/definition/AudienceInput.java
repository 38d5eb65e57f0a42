package io.clientele.campaign.definition;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.condition.ConditionInput;

/** Who may be contacted, as a client writes it: a segment or a condition, of which a segment is made; asked when a contact is decided. */
@Input("AudienceInput")
@Description(
        "Who may be contacted, as a client writes it: a segment or a condition, of which a segment is made; asked when a contact is decided.")
public record AudienceInput(
        @Nullable @Id @Description("The members of this segment.")
        String segment,

        @Nullable @Description("The customers of whom this holds; it becomes the segment campaign-ID.")
        ConditionInput condition,

        @Nullable @Description("But not the members of these segments.")
        List<@Nullable String> except) {}
