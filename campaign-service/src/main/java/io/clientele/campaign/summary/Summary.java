package io.clientele.campaign.summary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.CampaignInput;
import io.clientele.campaign.definition.EventMatchInput;
import io.clientele.campaign.definition.SummaryLanguage;
import io.clientele.campaign.definition.TriggerInput;

/** Tells in one sentence what a campaign does. */
final class Summary {

    private Summary() {}

    /**
     * The sentence.
     *
     * @param segments the names of segments by their ids; those without one are called by their ids
     */
    static String of(CampaignInput input, SummaryLanguage language, Map<String, String> segments) {
        return switch (language) {
            case EN -> new EnglishSummary(input, segments).sentence();
            case ZH -> new ChineseSummary(input, segments).sentence();
        };
    }

    /** The ids of segments that the sentence names. */
    static Set<String> segments(CampaignInput input) {
        Set<String> ids = new LinkedHashSet<>();
        TriggerInput trigger = input.trigger();
        add(ids, trigger.segmentEntered());
        add(ids, trigger.segmentLeft());
        if (input.audience() != null) {
            add(ids, input.audience().segment());
            except(input).forEach(id -> add(ids, id));
        }
        return ids;
    }

    /** The segments whose members are left out. */
    static List<String> except(CampaignInput input) {
        List<@Nullable String> except =
                input.audience() == null ? null : input.audience().except();
        return except == null ? List.of() : present(except);
    }

    /** What ends the waiting. */
    static List<EventMatchInput> until(CampaignInput input) {
        return input.until() == null ? List.of() : present(input.until());
    }

    static boolean givesCoupon(CampaignInput input) {
        return input.variants().stream().anyMatch(variant -> variant.benefit() != null);
    }

    private static <T> List<T> present(List<@Nullable T> values) {
        return values.stream()
                .<T>mapMulti((value, found) -> {
                    if (value != null) {
                        found.accept(value);
                    }
                })
                .toList();
    }

    private static void add(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
