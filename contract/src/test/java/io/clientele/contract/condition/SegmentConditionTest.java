package io.clientele.contract.condition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.InvalidCondition.Code;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static io.clientele.contract.condition.InvalidConditions.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SegmentConditionTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final Counter BOUGHT = Counter.of("Order Completed");

    @Test
    void countsBusinessDaysWithTodayIncluded() {
        CustomerView customer = customer(Map.of(TODAY, 1L, TODAY.minusDays(6), 2L, TODAY.minusDays(7), 4L));

        assertThat(holds(bought(1).withinDays(1), customer)).isTrue();
        assertThat(holds(bought(2).withinDays(6), customer)).isFalse();
        assertThat(holds(bought(3).withinDays(7), customer)).isTrue();
        assertThat(holds(bought(4).withinDays(7), customer)).isFalse();
        assertThat(holds(bought(7), customer)).isTrue();
        assertThat(holds(bought(7).atMost(7), customer)).isTrue();
        assertThat(holds(bought(0).atMost(6), customer)).isFalse();
    }

    @Test
    void comparesDaysByHowLongAgoTheyAre() {
        CustomerView customer = customer(Map.of())
                .with(
                        CustomerField.RECENCY_DAYS,
                        List.of(new Whole(TODAY.minusDays(30).toEpochDay())));

        assertThat(holds(CustomerProperty.of("recency_days", Operator.AT_MOST, "30"), customer))
                .isTrue();
        assertThat(holds(CustomerProperty.of("recency_days", Operator.LESS, "30"), customer))
                .isFalse();
        assertThat(holds(CustomerProperty.of("recency_days", Operator.ANY_OF, "7", "30"), customer))
                .isTrue();
        assertThat(holds(CustomerProperty.of("cart_age_days", Operator.AT_LEAST, "0"), customer))
                .isFalse();
        assertThat(holds(CustomerProperty.of("cart_age_days", Operator.NONE_OF, "0"), customer))
                .isTrue();
    }

    @Test
    void knowsTheCustomerByItsId() {
        assertThat(holds(CustomerProperty.of("customer_id", Operator.ANY_OF, "c1"), customer(Map.of())))
                .isTrue();
    }

    @Property
    void answersStayTheSameUntilTheNextChange(@ForAll long seed) {
        Random random = new Random(seed);
        SegmentCondition condition = new RandomConditions(random).ofSegment();
        CustomerView customer = new RandomCustomers(random).next(1);
        LocalDate today = LocalDate.ofEpochDay(RandomCustomers.TODAY);
        LocalDate horizon = today.plusDays(4_000);

        LocalDate day = today;
        while (day.isBefore(horizon)) {
            LocalDate next = condition.nextChange(customer, day).orElse(horizon);
            boolean answer = condition.matches(customer, day);
            assertThat(next).isAfter(day);
            for (LocalDate between = day; between.isBefore(next); between = between.plusDays(1)) {
                assertThat(condition.matches(customer, between))
                        .as("on %s, after %s", between, day)
                        .isEqualTo(answer);
            }
            day = next;
        }
    }

    @Property
    void explainsWhatItAnswers(@ForAll long seed) {
        Random random = new Random(seed);
        SegmentCondition condition = new RandomConditions(random).ofSegment();
        CustomerView customer = new RandomCustomers(random).next(1);
        LocalDate today = LocalDate.ofEpochDay(RandomCustomers.TODAY);

        Verdict verdict = condition.explain(customer, today);

        assertThat(verdict.holds()).isEqualTo(condition.matches(customer, today));
        assertThat(verdict.condition()).isEqualTo(condition.condition());
        followsFromItsParts(verdict);
    }

    private static void followsFromItsParts(Verdict verdict) {
        verdict.parts().forEach(SegmentConditionTest::followsFromItsParts);
        switch (verdict.condition()) {
            case And _ ->
                assertThat(verdict.holds()).isEqualTo(verdict.parts().stream().allMatch(Verdict::holds));
            case Or _ ->
                assertThat(verdict.holds()).isEqualTo(verdict.parts().stream().anyMatch(Verdict::holds));
            case Not _ ->
                assertThat(verdict.holds())
                        .isEqualTo(!verdict.parts().getFirst().holds());
            case Condition.Trait _, Behaviour _, CustomerProperty _, InSegment _, Bucket _, EventProperty _ ->
                assertThat(verdict.parts()).isEmpty();
        }
    }

    @Test
    void tellsWhatItFoundAtEachLeaf() {
        CustomerView customer = customer(Map.of(TODAY, 3L))
                .with(CustomerField.AOV, List.of(new Whole(19_990_000)))
                .with(
                        CustomerField.RECENCY_DAYS,
                        List.of(new Whole(TODAY.minusDays(2).toEpochDay())))
                .with(CustomerField.TAGS, List.of(new Text("vip"), new Text("new")));

        Verdict verdict = new SegmentCondition(new And(List.of(
                        CustomerProperty.of("aov", Operator.AT_LEAST, "20"),
                        CustomerProperty.of("recency_days", Operator.LESS, "3"),
                        CustomerProperty.of("tags", Operator.ANY_OF, "vip"),
                        bought(1).withinDays(30))))
                .explain(customer, TODAY);

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.parts()).extracting(Verdict::holds).containsExactly(false, true, true, true);
        assertThat(verdict.parts())
                .extracting(Verdict::actual)
                .containsExactly(List.of("19.99"), List.of("2"), List.of("vip", "new"), List.of("3"));
    }

    @Property
    void everySaltShufflesAllSlots(@ForAll String salt, @ForAll @IntRange(max = 9_999) int cut) {
        String text = "s" + salt.replaceAll("[^a-z0-9]", "x");
        Set<Integer> low = new HashSet<>(
                cut == 0
                        ? List.of()
                        : Slots.of(new Bucket(text, 0, cut)).boxed().toList());
        Set<Integer> high = new HashSet<>(
                Slots.of(new Bucket(text, cut, Bucket.PARTS)).boxed().toList());

        assertThat(low).hasSize(cut);
        assertThat(high).hasSize(Bucket.PARTS - cut);
        // By their hashes: AssertJ compares each with each, which takes a minute over all tries.
        assertThat(Collections.disjoint(low, high)).isTrue();
    }

    @Test
    void bucketsOfDifferentSaltsAreIndependent() {
        long both = Slots.of(new Bucket("spring", 0, 5_000))
                .filter(slot -> Slots.contains(new Bucket("summer", 0, 5_000), slot))
                .count();

        // Binomial with mean 2,500 and a standard deviation of 35 to 43: five of them.
        assertThat(both).isBetween(2_300L, 2_700L);
    }

    @Test
    void customersSpreadOverSlots() {
        long inFirstTenth = IntStream.range(0, 100_000)
                .filter(i -> Slots.of("customer-" + i) < 1_000)
                .count();

        // Mean 10,000, standard deviation 95.
        assertThat(inFirstTenth).isBetween(9_500L, 10_500L);
    }

    @Test
    void refusesToSearchForCountsThatDocumentsDoNotTell() {
        assertThat(new SegmentCondition(bought(16)).query(TODAY)).isNotNull();
        assertThat(new SegmentCondition(bought(0).atMost(15)).query(TODAY)).isNotNull();
        refuses(() -> new SegmentCondition(bought(17)).query(TODAY), Code.COUNT_NOT_INDEXED, "atLeast");
        refuses(() -> new SegmentCondition(bought(1).atMost(16)).query(TODAY), Code.COUNT_NOT_INDEXED, "atMost");
        refuses(
                () -> new SegmentCondition(bought(1).atMost(Long.MAX_VALUE)).query(TODAY),
                Code.COUNT_NOT_INDEXED,
                "atMost");
    }

    @Test
    void countersOfOneNameHaveKeysOfTheirOwn() {
        Counter acme = Counter.of(bought(1).where(EventProperty.of("product.brand", Operator.ANY_OF, "Acme")));
        Counter other = Counter.of(bought(1).where(EventProperty.of("product.brand", Operator.ANY_OF, "Other")));

        assertThat(Set.of(BOUGHT.key(), acme.key(), other.key())).hasSize(3);
        assertThat(acme.key())
                .isEqualTo(
                        Counter.of(bought(5).where(acme.where().orElseThrow())).key());
    }

    @Test
    void collectsWhatItDependsOn() {
        SegmentCondition condition = new SegmentCondition(new Or(
                List.of(new InSegment("a"), new Not(new InSegment("b")), bought(1), bought(2), new InSegment("a"))));

        assertThat(condition.segments()).containsExactly("a", "b");
        assertThat(condition.counters()).containsExactly(BOUGHT);
    }

    @Test
    void refusesWhatIsNotAskedOfCustomers() {
        refuses(
                () -> new SegmentCondition(EventProperty.of("product.brand", Operator.EXISTS)),
                Code.WRONG_SCOPE,
                "product.brand");
        refuses(() -> CustomerProperty.of("shoe_size", Operator.EXISTS), Code.UNKNOWN_FIELD, "shoe_size");
        refuses(() -> CustomerProperty.of("value_tier", Operator.LESS, "x"), Code.OPERATOR_NOT_ALLOWED, "value_tier");
        refuses(() -> CustomerProperty.of("recency_days", Operator.LESS, "-1"), Code.INVALID_VALUE, "recency_days");
        refuses(() -> CustomerProperty.of("recency_days", Operator.LESS, "100001"), Code.INVALID_VALUE, "recency_days");
        refuses(() -> new Bucket("a", -1, 5), Code.INVALID_VALUE, "from");
        refuses(() -> new Bucket("a", 5, 5), Code.INVALID_VALUE, "to");
        refuses(() -> new Bucket("a", 0, 10_001), Code.INVALID_VALUE, "to");
        refuses(() -> new Bucket("", 0, 1), Code.INVALID_VALUE, "salt");
        refuses(() -> new InSegment(""), Code.INVALID_VALUE, "segment");
    }

    @Test
    void otherScopesRefuseWhatTheyCannotAnswer() {
        for (Condition leaf : List.of(
                CustomerProperty.of("value_tier", Operator.EXISTS), new InSegment("a"), new Bucket("a", 0, 1))) {
            String field =
                    leaf instanceof CustomerProperty ? "value_tier" : leaf instanceof Bucket ? "bucket" : "segment";
            refuses(() -> new EventCondition(new Not(leaf)), Code.WRONG_SCOPE, field);
            refuses(() -> new CustomerCondition(new Not(leaf)), Code.WRONG_SCOPE, field);
            refuses(() -> bought(1).where(leaf), Code.WRONG_SCOPE, field);
        }
    }

    @Test
    void refusesDaysWithoutACount() {
        assertThatIllegalArgumentException().isThrownBy(() -> DailyCounts.of(Map.of(1L, 0L)));
    }

    private static boolean holds(Condition condition, CustomerView customer) {
        return new SegmentCondition(condition).matches(customer, TODAY);
    }

    private static Behaviour bought(long count) {
        return count == 0
                ? new Behaviour("Order Completed", Optional.empty(), 0, OptionalLong.of(0), OptionalInt.empty())
                : Behaviour.atLeast(count, "Order Completed");
    }

    private static CustomerView customer(Map<LocalDate, Long> bought) {
        Map<Long, Long> byDay = new HashMap<>();
        bought.forEach((day, count) -> byDay.put(day.toEpochDay(), count));
        return new CustomerView("c1", Map.of(), FreeFields.NONE, Map.of(BOUGHT, DailyCounts.of(byDay)), Set.of());
    }
}
