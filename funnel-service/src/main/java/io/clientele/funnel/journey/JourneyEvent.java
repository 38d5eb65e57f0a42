package io.clientele.funnel.journey;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.FreeFields;

/** One event of a customer, as it is stored. */
@Description("One event of a customer.")
public record JourneyEvent(
        @NonNull @Id @Description("The message id that the client gave it.")
        String id,

        @NonNull @Description("When it happened, by the server's clock.")
        Instant time,

        @NonNull @Description("When the server received it.")
        Instant receivedAt,

        @NonNull @Description("The call: identify, track, page, screen, group or alias.")
        String type,

        @Description("What happened, such as Product Viewed; null for calls without a name.") @Nullable
        String event,

        @NonNull @Description("The name of the write key that it came with.")
        String source,

        @Description("The client's id of the session.") @Nullable
        String sessionId,

        @Description("Such as app, mini_program, pc or third_party.") @Nullable
        String channel,

        @NonNull JourneyDevice device,
        @NonNull JourneyPlace place,
        @NonNull JourneyPage page,

        @NonNull @Description("The products that it is about, in the message's order.")
        List<@NonNull JourneyProduct> products,

        @NonNull JourneyPurchase order,
        @NonNull JourneyCampaign campaign,

        @Description("Why a payment or another step failed.") @Nullable
        String failureReason,

        @Description("The message's other properties, a JSON object; null if there are none.") @Nullable
        String properties,

        @Description("The traits that it sets, a JSON object; null if there are none.") @Nullable
        String traits) {

    static JourneyEvent of(Event event) {
        return new JourneyEvent(
                event.messageId(),
                event.times().timestamp(),
                event.times().receivedAt(),
                event.type().wireName(),
                event.name(),
                event.source(),
                event.sessionId(),
                event.channel(),
                JourneyDevice.of(event.device()),
                JourneyPlace.of(event.geo()),
                JourneyPage.of(event.page()),
                event.products().stream().map(JourneyProduct::of).toList(),
                JourneyPurchase.of(event.order()),
                JourneyCampaign.of(event.campaign()),
                event.failureReason(),
                json(event.properties()),
                json(event.traits()));
    }

    private static @Nullable String json(FreeFields fields) {
        return fields.isEmpty() ? null : fields.json().toString();
    }
}
