package io.clientele.campaign.playbook;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A playbook as its file has it.
 *
 * @param name by language, {@code en} and {@code zh}
 * @param description by language
 * @param needsSegment whether it says nothing of whom it is for
 * @param benefit what it gives, in the words of DefineBenefitInput; null if nothing
 * @param campaign in the words of CampaignInput
 */
record PlaybookFile(
        String id,
        Map<String, String> name,
        Map<String, String> description,
        boolean needsSegment,
        List<PlaybookFile.Parameter> parameters,
        @Nullable JsonNode benefit,
        JsonNode campaign) {

    /** A parameter, with its description in both languages. */
    record Parameter(
            String name,
            ParameterKind kind,
            @JsonProperty("default") String usual,
            String en,
            String zh) {}
}
