package io.clientele.funnel.collect;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Campaign;
import io.clientele.contract.event.CustomerSnapshot;
import io.clientele.contract.event.Device;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Geo;
import io.clientele.contract.event.InvalidEvent.Code;
import io.clientele.contract.event.InvalidEventException;
import io.clientele.contract.event.Page;

/** What a message says beyond who, when and which call: its context, properties and traits. Read once. */
final class MessageBody {

    /** What Segment's libraries say of where they run, which is not where the customer was. */
    private static final Set<String> LIBRARY_CHANNELS = Set.of("server", "browser");

    private final EventType type;
    private final JsonFields message;
    private final JsonFields context;
    private final JsonFields properties;
    private final @Nullable String pageName;

    MessageBody(EventType type, JsonFields message) {
        this.type = type;
        this.message = message;
        this.context = message.object("context", "context");
        this.properties = message.object("properties", "properties");
        this.pageName = pageName();
    }

    void readInto(EventBuilder event, String defaultCurrency) {
        String name = eventName();
        event.name(name)
                .previousId(requiredFor(EventType.ALIAS, "previous_id", message.id("previous_id", "previousId")))
                .groupId(requiredFor(EventType.GROUP, "group_id", message.id("group_id", "groupId")))
                .sessionId(sessionId())
                .channel(channel())
                .device(device())
                .geo(geo())
                .page(page())
                .campaign(campaign())
                .snapshot(snapshot())
                .failureReason(properties.text("failure.reason", "failure_reason", "failureReason"));
        new MessageGoods(type, name, properties).readInto(event, defaultCurrency);
        JsonFields traits = message.object("traits", "traits");
        event.traits(FreeFields.of("traits", traits.rest())).properties(FreeFields.of("properties", properties.rest()));
    }

    private @Nullable String eventName() {
        return switch (type) {
            // Of a call without a name the event refuses one: the message was meant for another address.
            case TRACK, IDENTIFY, GROUP, ALIAS -> message.text("event", "event");
            case PAGE -> "Page Viewed";
            case SCREEN -> "Screen Viewed";
        };
    }

    private @Nullable String requiredFor(EventType required, String field, @Nullable String value) {
        if (type == required && value == null) {
            throw new InvalidEventException(Code.MISSING_FIELD, field, "is missing");
        }
        return value;
    }

    private @Nullable String sessionId() {
        return first(
                properties.id("session_id", "session_id", "sessionId"),
                context.id("session_id", "sessionId", "session_id"),
                context.object("context.session", "session").id("session_id", "id"));
    }

    private @Nullable String channel() {
        String own = message.text("channel", "channel");
        return first(
                properties.text("channel", "channel"),
                context.text("channel", "channel"),
                own == null || LIBRARY_CHANNELS.contains(own) ? null : own);
    }

    private Device device() {
        String kind = context.object("context.device", "device").text("device.type", "type");
        return new Device(
                kind == null ? null : kind.toLowerCase(Locale.ROOT),
                context.object("context.os", "os").text("device.os", "name"));
    }

    private Geo geo() {
        JsonFields location = context.object("context.location", "location");
        return new Geo(
                location.text("geo.country", "country"),
                location.text("geo.region", "region"),
                location.text("geo.city", "city"),
                location.text("geo.city_tier", "city_tier", "cityTier"));
    }

    private Page page() {
        JsonFields around = context.object("context.page", "page");
        return new Page(
                first(
                        properties.text("page.path", "path"),
                        around.text("page.path", "path"),
                        type == EventType.SCREEN ? pageName : null),
                first(
                        properties.text("page.title", "title"),
                        around.text("page.title", "title"),
                        type == EventType.PAGE ? pageName : null),
                first(properties.text("page.referrer", "referrer"), around.text("page.referrer", "referrer")),
                properties.whole("page.load_ms", "load_ms", "loadMs"),
                properties.whole("page.dwell_ms", "dwell_ms", "dwellMs"));
    }

    /** The name of a page or screen, which stays among the properties beside the field that it fills. */
    private @Nullable String pageName() {
        if (type != EventType.PAGE && type != EventType.SCREEN) {
            return null;
        }
        String field = type == EventType.PAGE ? "page.title" : "page.path";
        String own = keptAmongProperties("name", field);
        keptAmongProperties("category", "properties.category");
        String among = properties.has("name")
                ? JsonFields.text(field, properties.rest().path("name"))
                : null;
        return first(own, among);
    }

    /** A text of the message itself; it stays visible as a property of the same name, unless there is one. */
    private @Nullable String keptAmongProperties(String key, String field) {
        String own = message.text(field, key);
        if (own != null && !properties.has(key)) {
            properties.rest().put(key, own);
        }
        return own;
    }

    private Campaign campaign() {
        JsonFields campaign = context.object("context.campaign", "campaign");
        return new Campaign(
                campaign.text("campaign.source", "source"),
                campaign.text("campaign.medium", "medium"),
                campaign.text("campaign.name", "name"),
                first(campaign.id("campaign.id", "id"), properties.id("campaign.id", "campaign_id")));
    }

    private CustomerSnapshot snapshot() {
        JsonFields traits = context.object("context.traits", "traits");
        return new CustomerSnapshot(
                traits.text("customer.age_band", "age_band", "ageBand"),
                traits.text("customer.gender", "gender"),
                traits.text("customer.tier", "tier"),
                traits.text("customer.lifecycle", "lifecycle"),
                traits.text("customer.spending", "spending"));
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
