package io.clientele.contract.event;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Collects the optional parts of an {@link Event}, whose constructor checks them. For one thread, for one event. */
public final class EventBuilder {
    private final String messageId;
    private final EventType type;
    private final CustomerId customer;
    private final Times times;
    private final String source;

    private @Nullable String name;
    private @Nullable String previousId;
    private @Nullable String groupId;
    private @Nullable String sessionId;
    private @Nullable String channel;
    private Device device = Device.NONE;
    private Geo geo = Geo.NONE;
    private Page page = Page.NONE;
    private List<Product> products = List.of();
    private Order order = Order.NONE;
    private Campaign campaign = Campaign.NONE;
    private CustomerSnapshot snapshot = CustomerSnapshot.NONE;
    private @Nullable String failureReason;
    private @Nullable String currency;
    private FreeFields properties = FreeFields.NONE;
    private FreeFields traits = FreeFields.NONE;

    EventBuilder(String messageId, EventType type, CustomerId customer, Times times, String source) {
        this.messageId = messageId;
        this.type = type;
        this.customer = customer;
        this.times = times;
        this.source = source;
    }

    public EventBuilder name(@Nullable String value) {
        this.name = value;
        return this;
    }

    public EventBuilder previousId(@Nullable String value) {
        this.previousId = value;
        return this;
    }

    public EventBuilder groupId(@Nullable String value) {
        this.groupId = value;
        return this;
    }

    public EventBuilder sessionId(@Nullable String value) {
        this.sessionId = value;
        return this;
    }

    public EventBuilder channel(@Nullable String value) {
        this.channel = value;
        return this;
    }

    public EventBuilder device(Device value) {
        this.device = value;
        return this;
    }

    public EventBuilder geo(Geo value) {
        this.geo = value;
        return this;
    }

    public EventBuilder page(Page value) {
        this.page = value;
        return this;
    }

    public EventBuilder products(List<Product> value) {
        this.products = value;
        return this;
    }

    public EventBuilder order(Order value) {
        this.order = value;
        return this;
    }

    public EventBuilder campaign(Campaign value) {
        this.campaign = value;
        return this;
    }

    public EventBuilder snapshot(CustomerSnapshot value) {
        this.snapshot = value;
        return this;
    }

    public EventBuilder failureReason(@Nullable String value) {
        this.failureReason = value;
        return this;
    }

    public EventBuilder currency(@Nullable String value) {
        this.currency = value;
        return this;
    }

    public EventBuilder properties(FreeFields value) {
        this.properties = value;
        return this;
    }

    public EventBuilder traits(FreeFields value) {
        this.traits = value;
        return this;
    }

    /**
     * The event.
     *
     * @throws InvalidEventException naming the field that is not as {@link Event} asks
     */
    public Event build() {
        return new Event(
                times,
                messageId,
                type,
                name,
                customer,
                previousId,
                groupId,
                sessionId,
                channel,
                device,
                geo,
                page,
                products,
                order,
                campaign,
                snapshot,
                failureReason,
                currency,
                properties,
                traits,
                source);
    }
}
