package io.clientele.profile.portrait;

import java.time.ZoneId;

import io.clientele.profile.churn.ChurnRules;
import io.clientele.profile.facts.FactsRules;
import io.clientele.profile.value.ValueRules;

/** All figures that a portrait is drawn by. */
public record PortraitRules(FactsRules facts, ValueRules value, ChurnRules churn) {

    /** The defaults, in a zone and a main currency. */
    public static PortraitRules of(ZoneId zone, String currency) {
        return new PortraitRules(FactsRules.of(zone, currency), ValueRules.DEFAULT, ChurnRules.DEFAULT);
    }
}
