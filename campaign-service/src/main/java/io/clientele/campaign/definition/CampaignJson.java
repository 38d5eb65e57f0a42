package io.clientele.campaign.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A campaign's input as JSON, with the input's own words, as it is stored and shown. */
public final class CampaignJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private CampaignJson() {}

    /** The text of an input, without its key. */
    public static String write(CampaignInput input) {
        try {
            return JSON.writeValueAsString(input.withKey(""));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an input of records and texts can always be written", impossible);
        }
    }

    /**
     * The input that a text is of.
     *
     * @throws IllegalStateException if no version of this service wrote it
     */
    public static CampaignInput read(String text) {
        try {
            return JSON.readValue(text, CampaignInput.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("a stored campaign cannot be read", foreign);
        }
    }
}
