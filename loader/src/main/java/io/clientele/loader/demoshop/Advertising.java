package io.clientele.loader.demoshop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.clientele.loader.message.MessageWriter;

/**
 * What the shop spends on new customers, by channel and period: every first order costs its channel's price. Known only when
 * all customers are drawn, it stands at the end of the stream.
 */
final class Advertising {

    /** Fewer events than this are not worth a ledger. */
    private static final int FEWEST_EVENTS = 1_000;

    private static final int EVENTS_A_PERIOD = 4_000;
    private static final int MOST_PERIODS = 52;
    /** Costs need a sender, as every message does. */
    private static final String SENDER = "advertising";

    private final Calendar calendar;
    private final int periods;
    private final int days;
    private final Map<Channel, long[]> customers = new EnumMap<>(Channel.class);

    Advertising(Calendar calendar, long events) {
        this.calendar = calendar;
        this.periods = events < FEWEST_EVENTS ? 0 : Math.clamp(events / EVENTS_A_PERIOD, 1, MOST_PERIODS);
        this.days = Calendar.DAYS / Math.max(periods, 1);
        for (Channel channel : Channel.values()) {
            customers.put(channel, new long[periods]);
        }
    }

    /** Tell how many messages the ledger takes. */
    long messages() {
        return (long) periods * Channel.values().length;
    }

    void add(Customer customer, List<Visit> visits) {
        if (periods == 0 || !customer.habit().buys()) {
            return;
        }
        long first = visits.stream()
                .filter(visit -> !visit.basket().isEmpty())
                .mapToLong(Visit::start)
                .findFirst()
                .orElse(calendar.endMillis());
        int period = (int) ((calendar.endMillis() - first) / (days * 86_400_000L));
        of(customer.channel())[Math.clamp(period, 0, periods - 1)]++;
    }

    private long[] of(Channel channel) {
        return Objects.requireNonNull(customers.get(channel));
    }

    /** Write the ledger, the oldest period first. */
    List<byte[]> write(String idPrefix, MessageWriter writer) {
        List<byte[]> messages = new ArrayList<>();
        for (int period = periods - 1; period >= 0; period--) {
            Instant start = calendar.day((period + 1) * days);
            for (Channel channel : Channel.values()) {
                long cost = of(channel)[period] * channel.costOfCustomer;
                messages.add(message(idPrefix + messages.size(), start, channel, cost, writer));
            }
        }
        return messages;
    }

    private byte[] message(String id, Instant start, Channel channel, long yuan, MessageWriter writer) {
        return writer.write(json -> {
            json.writeStringField("type", "track");
            json.writeStringField("event", "Advertising Spent");
            json.writeStringField("messageId", id);
            json.writeStringField("anonymousId", SENDER);
            json.writeStringField("timestamp", start.toString());
            json.writeObjectFieldStart("properties");
            json.writeStringField("channel", channel.label);
            json.writeNumberField("cost", BigDecimal.valueOf(yuan));
            json.writeStringField("currency", "CNY");
            json.writeNumberField("days", days);
            json.writeEndObject();
        });
    }
}
