package io.clientele.contract.condition;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.CustomerSnapshot;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Product;
import io.clientele.contract.event.Times;

import static org.assertj.core.api.Assertions.assertThat;

class EventConditionTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Event ORDER = Event.builder(
                    "m-1", EventType.TRACK, CustomerId.of("u-1", null), new Times(NOON, NOON, null, null), "shop")
            .name("Order Completed")
            .products(List.of(
                    new Product("p-1", null, null, "Acme", new Money(5_000_000, "CNY"), null),
                    new Product("p-2", null, null, "Rouge", new Money(20_000_000, "CNY"), null)))
            .snapshot(new CustomerSnapshot(null, "female", null, null, null))
            .build();

    @Test
    void anyOfSeveralValuesMatches() {
        assertThat(matches("product.brand", Operator.ANY_OF, "Rouge", "Other")).isTrue();
        assertThat(matches("product.brand", Operator.PREFIX, "Ac")).isTrue();
        assertThat(matches("product.price", Operator.LESS, "5.000001")).isTrue();
        assertThat(matches("product.price", Operator.LESS, "5")).isFalse();
        assertThat(matches("product.price", Operator.AT_MOST, "5")).isTrue();
        assertThat(matches("product.price", Operator.GREATER, "20")).isFalse();
        assertThat(matches("product.price", Operator.AT_LEAST, "20")).isTrue();
        assertThat(matches("@timestamp", Operator.ANY_OF, "2026-03-01T12:00:00Z"))
                .isTrue();
    }

    @Test
    void noneOfIsNotAnyOf() {
        assertThat(matches("product.brand", Operator.NONE_OF, "Rouge")).isFalse();
        assertThat(matches("product.brand", Operator.NONE_OF, "Other")).isTrue();
        assertThat(matches("channel", Operator.NONE_OF, "app")).isTrue();
    }

    @Test
    void anAbsentFieldMatchesNothingElse() {
        assertThat(matches("channel", Operator.EXISTS)).isFalse();
        assertThat(matches("channel", Operator.ANY_OF, "app")).isFalse();
        assertThat(matches("page.load_ms", Operator.AT_MOST, "9")).isFalse();
    }

    @Test
    void traitsAreThoseAsOfTheEvent() {
        assertThat(new EventCondition(Trait.of("gender", Operator.ANY_OF, "female")).matches(ORDER))
                .isTrue();
        assertThat(new EventCondition(Trait.of("gender", Operator.ANY_OF, "female")).query())
                .hasToString("{\"terms\":{\"customer.gender\":[\"female\"]}}");
    }

    @Test
    void compilesToFilters() {
        Condition condition = new And(List.of(
                new Or(List.of(
                        EventProperty.of("event", Operator.ANY_OF, "Order Completed"),
                        EventProperty.of("properties.color", Operator.PREFIX, "re"))),
                new Not(EventProperty.of("order.revenue", Operator.AT_LEAST, "19.99")),
                EventProperty.of("@timestamp", Operator.AT_MOST, "2026-03-01T12:00:00Z"),
                EventProperty.of("channel", Operator.NONE_OF, "app", "pc"),
                EventProperty.of("session_id", Operator.EXISTS)));

        assertThat(new EventCondition(condition).query()).hasToString("""
                {"bool":{"filter":[\
                {"bool":{"should":[{"terms":{"event":["Order Completed"]}},{"prefix":{"properties.color":"re"}}]}},\
                {"bool":{"must_not":[{"range":{"order.revenue":{"gte":19990000}}}]}},\
                {"range":{"@timestamp":{"lte":"2026-03-01T12:00:00.000Z"}}},\
                {"bool":{"must_not":[{"terms":{"channel":["app","pc"]}}]}},\
                {"exists":{"field":"session_id"}}]}}""");
    }

    private static boolean matches(String field, Operator operator, String... values) {
        return new EventCondition(EventProperty.of(field, operator, values)).matches(ORDER);
    }
}
