package io.clientele.contract.index;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Product;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/** Every field of the index {@code events}: its name, its type, and its values in an {@link Event}. */
public enum EventField {
    TIMESTAMP("@timestamp", FieldType.DATE, event -> date(event.times().timestamp())),
    RECEIVED_AT("received_at", FieldType.DATE, event -> date(event.times().receivedAt())),
    SENT_AT("sent_at", FieldType.KEPT_DATE, event -> date(event.times().sentAt())),
    ORIGINAL_TIMESTAMP(
            "original_timestamp",
            FieldType.KEPT_DATE,
            event -> date(event.times().originalTimestamp())),
    MESSAGE_ID("message_id", FieldType.SORTED_KEYWORD, event -> text(event.messageId())),
    TYPE("type", FieldType.KEYWORD, event -> text(event.type().wireName())),
    EVENT("event", FieldType.KEYWORD, event -> text(event.name())),
    SOURCE("source", FieldType.KEYWORD, event -> text(event.source())),
    CUSTOMER_ID("customer_id", FieldType.KEYWORD, event -> text(event.customer().value())),
    CUSTOMER_HASH(
            "customer_hash", FieldType.HASH, event -> whole(event.customer().hash())),
    ANONYMOUS_ID(
            "anonymous_id", FieldType.KEYWORD, event -> text(event.customer().anonymousId())),
    PREVIOUS_ID("previous_id", FieldType.KEYWORD, event -> text(event.previousId())),
    GROUP_ID("group_id", FieldType.KEYWORD, event -> text(event.groupId())),
    SESSION_ID("session_id", FieldType.KEYWORD, event -> text(event.sessionId())),
    SESSION_HASH("session_hash", FieldType.HASH, event -> hash(event.sessionHash())),
    CHANNEL("channel", FieldType.KEYWORD, event -> text(event.channel())),
    DEVICE_TYPE("device.type", FieldType.KEYWORD, event -> text(event.device().type())),
    DEVICE_OS("device.os", FieldType.KEYWORD, event -> text(event.device().os())),
    GEO_COUNTRY("geo.country", FieldType.KEYWORD, event -> text(event.geo().country())),
    GEO_REGION("geo.region", FieldType.KEYWORD, event -> text(event.geo().region())),
    GEO_CITY("geo.city", FieldType.KEYWORD, event -> text(event.geo().city())),
    GEO_CITY_TIER("geo.city_tier", FieldType.KEYWORD, event -> text(event.geo().cityTier())),
    PAGE_PATH("page.path", FieldType.KEYWORD, event -> text(event.page().path())),
    PAGE_TITLE("page.title", FieldType.KEYWORD, event -> text(event.page().title())),
    PAGE_REFERRER("page.referrer", FieldType.KEYWORD, event -> text(event.page().referrer())),
    PAGE_LOAD_MS("page.load_ms", FieldType.LONG, event -> whole(event.page().loadMs())),
    PAGE_DWELL_MS("page.dwell_ms", FieldType.LONG, event -> whole(event.page().dwellMs())),
    CURRENCY("currency", FieldType.KEYWORD, event -> text(event.currency())),
    PRODUCT_ID("product.id", FieldType.KEYWORD, event -> each(event, product -> text(product.id()))),
    PRODUCT_NAME("product.name", FieldType.KEYWORD, event -> each(event, product -> text(product.name()))),
    PRODUCT_CATEGORY("product.category", FieldType.KEYWORD, event -> each(event, product -> text(product.category()))),
    PRODUCT_BRAND("product.brand", FieldType.KEYWORD, event -> each(event, product -> text(product.brand()))),
    PRODUCT_PRICE("product.price", FieldType.MONEY, event -> each(event, product -> money(product.price()))),
    PRODUCT_QUANTITY("product.quantity", FieldType.LONG, event -> each(event, product -> whole(product.quantity()))),
    ORDER_ID("order.id", FieldType.KEYWORD, event -> text(event.order().id())),
    ORDER_HASH("order.hash", FieldType.HASH, event -> hash(event.orderHash())),
    ORDER_REVENUE("order.revenue", FieldType.MONEY, event -> money(event.order().revenue())),
    ORDER_DISCOUNT(
            "order.discount", FieldType.MONEY, event -> money(event.order().discount())),
    ORDER_COUPON("order.coupon", FieldType.KEYWORD, event -> text(event.order().coupon())),
    ORDER_PAYMENT_METHOD(
            "order.payment_method",
            FieldType.KEYWORD,
            event -> text(event.order().paymentMethod())),
    ORDER_STATUS("order.status", FieldType.KEYWORD, event -> text(event.order().status())),
    CAMPAIGN_SOURCE(
            "campaign.source", FieldType.KEYWORD, event -> text(event.campaign().source())),
    CAMPAIGN_MEDIUM(
            "campaign.medium", FieldType.KEYWORD, event -> text(event.campaign().medium())),
    CAMPAIGN_NAME(
            "campaign.name", FieldType.KEYWORD, event -> text(event.campaign().name())),
    CAMPAIGN_ID("campaign.id", FieldType.KEYWORD, event -> text(event.campaign().id())),
    CUSTOMER_AGE_BAND(
            "customer.age_band",
            FieldType.KEYWORD,
            event -> text(event.snapshot().ageBand())),
    CUSTOMER_GENDER(
            "customer.gender", FieldType.KEYWORD, event -> text(event.snapshot().gender())),
    CUSTOMER_TIER(
            "customer.tier", FieldType.KEYWORD, event -> text(event.snapshot().tier())),
    CUSTOMER_LIFECYCLE(
            "customer.lifecycle",
            FieldType.KEYWORD,
            event -> text(event.snapshot().lifecycle())),
    CUSTOMER_SPENDING(
            "customer.spending",
            FieldType.KEYWORD,
            event -> text(event.snapshot().spending())),
    FAILURE_REASON("failure.reason", FieldType.KEYWORD, event -> text(event.failureReason())),
    PROPERTIES("properties", FieldType.OPEN, (event, key) -> open(event.properties(), key)),
    TRAITS("traits", FieldType.OPEN, (event, key) -> open(event.traits(), key)),

    /** True of the document that stays in an event's home when the event is stored under another customer, or erased. */
    TOMBSTONE("tombstone", FieldType.FLAG, event -> List.of()),

    /** True of the tombstone of an event whose customer was erased; it has none of the following fields. */
    ERASED("erased", FieldType.FLAG, event -> List.of()),

    /** Of a tombstone: the sequence number that its event had in this shard, the event's position in the feed for ever. */
    HOME_SEQ_NO("home_seq_no", FieldType.LONG, event -> List.of()),

    /** Of a tombstone and of the copies of its event: the customer that the event itself names. */
    HOME_CUSTOMER_ID("home_customer_id", FieldType.KEYWORD, event -> List.of()),

    /** Of a tombstone: the whole document that it stands for. */
    HOME("home", FieldType.KEPT_OBJECT, event -> List.of()),

    /** Of a tombstone and of the copies of its event: the number of the decision that put them where they are. */
    DECISION("decision", FieldType.LONG, event -> List.of());

    private static final Map<String, EventField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventField::fieldName, Function.identity()));

    private final String fieldName;
    private final FieldType type;

    /** A function of its arguments only. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<Event, @Nullable String, List<FieldValue>> values;

    EventField(String fieldName, FieldType type, BiFunction<Event, @Nullable String, List<FieldValue>> values) {
        this.fieldName = fieldName;
        this.type = type;
        this.values = values;
    }

    EventField(String fieldName, FieldType type, Function<Event, List<FieldValue>> values) {
        this(fieldName, type, (event, key) -> values.apply(event));
    }

    /** The field of a document's name such as {@code order.revenue}, if there is one. */
    public static Optional<EventField> named(String fieldName) {
        return Optional.ofNullable(BY_NAME.get(fieldName));
    }

    /** The name in the document, with dots, such as {@code order.revenue}. */
    public String fieldName() {
        return fieldName;
    }

    public FieldType type() {
        return type;
    }

    /**
     * The values that the index keeps for an event; none if the field is absent.
     *
     * @param key of an {@link FieldType#OPEN} field the path within; of others it has no meaning
     */
    public List<FieldValue> values(Event event, @Nullable String key) {
        return values.apply(event, key);
    }

    private static List<FieldValue> text(@Nullable String value) {
        return value == null ? List.of() : List.of(new Text(value));
    }

    private static List<FieldValue> whole(@Nullable Long value) {
        return value == null ? List.of() : List.of(new Whole(value));
    }

    private static List<FieldValue> money(@Nullable Money value) {
        return value == null ? List.of() : List.of(new Whole(value.millionths()));
    }

    private static List<FieldValue> date(@Nullable Instant value) {
        return value == null ? List.of() : List.of(new Whole(value.toEpochMilli()));
    }

    private static List<FieldValue> hash(OptionalLong value) {
        return value.isPresent() ? List.of(new Whole(value.getAsLong())) : List.of();
    }

    private static List<FieldValue> each(Event event, Function<Product, List<FieldValue>> values) {
        return event.products().stream().map(values).flatMap(List::stream).toList();
    }

    private static List<FieldValue> open(FreeFields fields, @Nullable String key) {
        String path = Objects.requireNonNull(key, "an open field is asked for by a path within");
        return fields.values(path).stream().<FieldValue>map(Text::new).toList();
    }
}
