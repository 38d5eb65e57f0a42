package io.clientele.campaign.rehearsal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.clientele.campaign.decision.Decision;
import io.clientele.campaign.decision.Reason;
import io.clientele.campaign.decision.RehearsedDecisions;

/**
 * What came of a dry run, as it is stored.
 *
 * @param contacts by the customers' own days
 * @param benefitCostMost in millionths, as is {@code contactCost}
 */
record DryRunResult(
        TreeMap<LocalDate, Integer> contacts,
        List<Count> decisions,
        int waiting,
        int coupons,
        long benefitCostMost,
        long contactCost,
        String currency) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** How often it would have decided in one way. */
    record Count(Decision decision, @Nullable Reason reason, int contacts) {}

    static DryRunResult of(RehearsedDecisions decided, String currency) {
        return new DryRunResult(
                new TreeMap<>(Map.copyOf(decided.contacts())),
                decided.decisions().stream()
                        .map(count -> new Count(count.decision(), count.reason(), count.contacts()))
                        .toList(),
                decided.waiting(),
                decided.coupons(),
                decided.benefitCostMost(),
                decided.contactCost(),
                currency);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record is JSON", impossible);
        }
    }

    static DryRunResult read(String json) {
        try {
            return JSON.readValue(json, DryRunResult.class);
        } catch (IOException broken) {
            throw new IllegalStateException("a stored result is no such", broken);
        }
    }
}
