package io.clientele.campaign.policy.setting;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.Cap;
import io.clientele.campaign.policy.rules.CapPeriod;
import io.clientele.campaign.policy.rules.ContactPolicy;
import io.clientele.campaign.policy.rules.Quiet;
import io.clientele.campaign.policy.rules.QuietOutcome;

/** Writes a policy as JSON, as it is stored, and reads it back. */
final class PolicyJson {

    private PolicyJson() {}

    static ObjectNode write(ContactPolicy policy) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode caps = json.putArray("caps");
        for (Cap cap : policy.caps()) {
            Channel channel = cap.channel();
            ObjectNode each = caps.addObject();
            if (channel != null) {
                each.put("channel", channel.name());
            }
            each.put("period", cap.period().name()).put("most", cap.most());
        }
        policy.quiet().ifPresent(quiet -> write(json.putObject("quiet"), quiet));
        return json.put("fallbackHour", policy.fallbackHour()).put("holdout", policy.holdout());
    }

    private static void write(ObjectNode json, Quiet quiet) {
        json.put("from", quiet.from().toString())
                .put("to", quiet.to().toString())
                .put("outcome", quiet.outcome().name());
        ArrayNode channels = json.putArray("channels");
        EnumSet.copyOf(quiet.channels()).forEach(channel -> channels.add(channel.name()));
    }

    static ContactPolicy read(JsonNode json) {
        List<Cap> caps = new ArrayList<>();
        for (JsonNode cap : json.required("caps")) {
            caps.add(new Cap(
                    cap.has("channel") ? Channel.valueOf(cap.required("channel").asText()) : null,
                    CapPeriod.valueOf(cap.required("period").asText()),
                    cap.required("most").asInt()));
        }
        return new ContactPolicy(
                caps,
                json.has("quiet") ? Optional.of(quiet(json.required("quiet"))) : Optional.empty(),
                json.required("fallbackHour").asInt(),
                json.required("holdout").asDouble());
    }

    private static Quiet quiet(JsonNode json) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        json.required("channels").forEach(channel -> channels.add(Channel.valueOf(channel.asText())));
        return new Quiet(
                LocalTime.parse(json.required("from").asText()),
                LocalTime.parse(json.required("to").asText()),
                QuietOutcome.valueOf(json.required("outcome").asText()),
                channels);
    }
}
