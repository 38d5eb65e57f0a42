package io.clientele.campaign.playbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.clientele.campaign.benefit.Benefits;
import io.clientele.campaign.benefit.DefineBenefitInput;
import io.clientele.campaign.definition.CampaignInput;
import io.clientele.campaign.definition.CampaignJson;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.campaign.definition.StoredCampaign;
import io.smallrye.mutiny.Uni;

/** Makes campaigns, and the benefits that they give, of playbooks. */
@ApplicationScoped
class PlaybookCampaigns {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String BENEFIT = "benefit";

    private final PlaybookShelf shelf;
    private final Benefits benefits;
    private final Campaigns campaigns;

    PlaybookCampaigns(PlaybookShelf shelf, Benefits benefits, Campaigns campaigns) {
        this.shelf = shelf;
        this.benefits = benefits;
        this.campaigns = campaigns;
    }

    /**
     * Makes a draft, of an id that neither a campaign nor a benefit has. The benefit is made before it, each under a key of its own: whoever repeats the change after a failure
     * between the two makes what is missing.
     */
    Uni<StoredCampaign> make(CampaignFromPlaybookInput input, String who) {
        PlaybookFile playbook = shelf.find(input.playbook())
                .orElseThrow(() -> new PlaybookFailure.UnknownPlaybook("input.playbook").exception());
        if (playbook.needsSegment() && input.segment() == null) {
            throw new PlaybookFailure.SegmentRequired("input.segment").exception();
        }
        Map<String, JsonNode> values = values(playbook, input.parameters());
        values.put(BENEFIT, JsonNodeFactory.instance.textNode(input.id()));
        CampaignInput campaign = campaign(playbook, input, values);
        campaigns.refuseUnreadable(campaign);
        return campaigns
                .refuseTaken(campaign)
                .chain(() -> benefit(playbook, input, values, who))
                .chain(() -> campaigns.create(campaign, who));
    }

    private Uni<Void> benefit(
            PlaybookFile playbook, CampaignFromPlaybookInput input, Map<String, JsonNode> values, String who) {
        if (playbook.benefit() == null) {
            return Uni.createFrom().voidItem();
        }
        ObjectNode benefit = (ObjectNode) Parameters.filled(playbook.benefit(), values);
        benefit.put("key", input.key() + "/benefit").put("id", input.id()).put("name", input.name());
        return benefits.create(read(benefit), who).replaceWithVoid();
    }

    private static DefineBenefitInput read(JsonNode benefit) {
        try {
            return JSON.treeToValue(benefit, DefineBenefitInput.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a playbook's benefit is none", unreadable);
        }
    }

    private static CampaignInput campaign(
            PlaybookFile playbook, CampaignFromPlaybookInput input, Map<String, JsonNode> values) {
        ObjectNode campaign = (ObjectNode) Parameters.filled(playbook.campaign(), values);
        campaign.put("id", input.id()).put("name", input.name()).put("playbook", playbook.id());
        if (input.segment() != null) {
            campaign.putObject("audience").put("segment", input.segment());
        }
        return CampaignJson.read(campaign.toString()).withKey(input.key() + "/campaign");
    }

    private static Map<String, JsonNode> values(PlaybookFile playbook, @Nullable List<@Nullable ParameterInput> given) {
        Map<String, JsonNode> values = new HashMap<>();
        playbook.parameters()
                .forEach(parameter -> values.put(
                        parameter.name(), Parameters.value(parameter.name(), parameter.kind(), parameter.usual())));
        int index = 0;
        for (ParameterInput one : given == null ? List.<@Nullable ParameterInput>of() : given) {
            String field = "input.parameters[" + index++ + "]";
            if (one != null) {
                values.put(one.name(), Parameters.value(field + ".value", kind(playbook, one, field), one.value()));
            }
        }
        return values;
    }

    private static ParameterKind kind(PlaybookFile playbook, ParameterInput given, String field) {
        return playbook.parameters().stream()
                .filter(parameter -> parameter.name().equals(given.name()))
                .findFirst()
                .orElseThrow(() -> new PlaybookFailure.UnknownParameter(field + ".name").exception())
                .kind();
    }
}
