package io.clientele.funnel.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What became of a request's items.
 *
 * @param success true: every item has one of the three outcomes for good
 * @param accepted items that are on disk, written now
 * @param duplicate items whose message id was on disk before
 * @param rejected items that are no valid event and were kept with their reason
 * @param items the items of which there is something to say, in the request's order: duplicates, rejected ones and
 *     accepted ones with a warning
 */
@Description("What became of the events.")
public record CollectAnswer(boolean success, int accepted, int duplicate, int rejected, List<ItemResult> items) {

    static CollectAnswer of(List<ItemResult> results) {
        int accepted = 0;
        int duplicate = 0;
        int rejected = 0;
        List<ItemResult> notable = new ArrayList<>();
        for (ItemResult result : results) {
            switch (result.status()) {
                case ACCEPTED -> accepted++;
                case DUPLICATE -> duplicate++;
                case REJECTED -> rejected++;
            }
            if (result.notable()) {
                notable.add(result);
            }
        }
        return new CollectAnswer(true, accepted, duplicate, rejected, notable);
    }

    /** An item's outcome. */
    @Enum("CollectStatus")
    public enum Status {
        ACCEPTED,
        DUPLICATE,
        REJECTED;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One item's outcome.
     *
     * @param index the item's place in the batch, from 0
     * @param messageId its message id, given or generated; null if it has none that is valid
     * @param code why it was rejected, or what an accepted one's sender should know
     * @param field the field that the code is about
     * @param reason the same for people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Type("CollectedItem")
    public record ItemResult(
            int index,
            Status status,
            @Nullable String messageId,
            @Nullable String code,
            @Nullable String field,
            @Nullable String reason) {

        boolean notable() {
            return status != Status.ACCEPTED || code != null;
        }
    }
}
