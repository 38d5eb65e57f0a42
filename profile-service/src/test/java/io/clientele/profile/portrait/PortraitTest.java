package io.clientele.profile.portrait;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.clientele.contract.event.Device;
import io.clientele.contract.event.Geo;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.sample.RandomEvents;
import io.clientele.profile.sample.Shopper;
import io.clientele.profile.trait.Traits;
import io.clientele.profile.value.ValueScale;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class PortraitTest {

    /** What is not derived of events and traits. */
    private static final Set<CustomerField> OTHERS =
            EnumSet.of(CustomerField.CUSTOMER_ID, CustomerField.KIND, CustomerField.TAGS);

    @Property(tries = 1_000)
    void nothingChangesBeforeTheNextReview(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int count,
            @ForAll @IntRange(max = 30 * 24 * 60) int minutes,
            @ForAll @IntRange(max = 999) int permille) {
        Ledger ledger = Ledger.EMPTY.plus(new RandomEvents(seed, 120).some(count), Shopper.ZONE);
        Instant now = Shopper.NOW.plus(Duration.ofMinutes(minutes));
        Portrait portrait = portrait(ledger, now);
        Instant review = Objects.requireNonNull(portrait.nextReviewAt());
        assertThat(review).isAfter(now);
        long left = Duration.between(now, review).toMillis();
        assertThat(answers(portrait(ledger, now.plusMillis(left * permille / 1_000))))
                .isEqualTo(answers(portrait));
        assertThat(answers(portrait(ledger, review.minusMillis(1)))).isEqualTo(answers(portrait));
    }

    @Example
    void atTheNextReviewSomethingHasChanged() {
        for (int seed = 0; seed < 200; seed++) {
            Ledger ledger = Ledger.EMPTY.plus(new RandomEvents(seed, 120).some(5), Shopper.ZONE);
            if (ledger.lastVisit() != null) {
                Portrait portrait = portrait(ledger, Shopper.NOW);
                Instant review = Objects.requireNonNull(portrait.nextReviewAt());
                assertThat(answers(portrait(ledger, review))).isNotEqualTo(answers(portrait));
            }
        }
    }

    private static Portrait portrait(Ledger ledger, Instant now) {
        return Portrait.of(ledger, Traits.EMPTY, ValueScale.NONE, now, Shopper.RULES);
    }

    private static List<Object> answers(Portrait portrait) {
        return List.of(
                portrait.facts().visits(),
                portrait.facts().cart(),
                portrait.facts().orders(),
                portrait.facts().preferences(),
                portrait.value(),
                portrait.churn().signals(),
                portrait.churn().risk(),
                portrait.churn().valueAtRisk(),
                portrait.compositeTag(),
                portrait.values());
    }

    @Test
    void everyDerivedFieldHasAValueOfItsTypeWhereThereIsOne() {
        Portrait portrait = portrait(full());
        assertThat(portrait.values().keySet()).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OTHERS)));
        portrait.values()
                .forEach((field, values) -> assertThat(values)
                        .as(field.fieldName())
                        .isNotEmpty()
                        .allSatisfy(value -> assertThat(value)
                                .isInstanceOf(field.type() == FieldType.KEYWORD ? Text.class : Whole.class)));
    }

    @Test
    void valuesAreThoseOfTheAnswers() {
        Portrait portrait = portrait(full());
        assertThat(one(portrait, CustomerField.RECENCY_DAYS)).isEqualTo(new Whole(epochDay(9)));
        assertThat(one(portrait, CustomerField.ORDERS)).isEqualTo(new Whole(4));
        assertThat(one(portrait, CustomerField.MONETARY)).isEqualTo(new Whole(400_000_000));
        assertThat(one(portrait, CustomerField.VALUE_TIER)).isEqualTo(new Text("growing"));
        assertThat(one(portrait, CustomerField.LIFECYCLE)).isEqualTo(new Text("loyal"));
        assertThat(one(portrait, CustomerField.REGION)).isEqualTo(new Text("Shanghai"));
        assertThat(one(portrait, CustomerField.CART_AGE_DAYS)).isEqualTo(new Whole(epochDay(8)));
        assertThat(portrait.values().get(CustomerField.SIGNALS))
                .containsExactly(new Text("silent"), new Text("cart_unpaid"), new Text("interval_stretched"));
        assertThat(portrait.compositeTag().orElseThrow().text()).isEqualTo("Shanghai · beauty · middle spend");
    }

    @Test
    void nobodyHasNoDerivedValueButZeroes() {
        Portrait nobody = new Shopper().portrait();
        assertThat(nobody.nextReviewAt()).isNull();
        assertThat(one(nobody, CustomerField.ORDERS)).isEqualTo(new Whole(0));
        assertThat(one(nobody, CustomerField.VALUE_TIER)).isEqualTo(new Text("none"));
        assertThat(nobody.values())
                .doesNotContainKeys(
                        CustomerField.RECENCY_DAYS, CustomerField.AOV, CustomerField.RFM, CustomerField.SIGNALS);
        assertThat(nobody.compositeTag()).isEmpty();
    }

    @Test
    void traitsSayWhereACustomerLivesBeforeEventsDo() {
        assertThat(full().trait("region", "Sichuan", Shopper.NOW)
                        .portrait()
                        .place()
                        .region())
                .isEqualTo("Sichuan");
    }

    private static Portrait portrait(Shopper shopper) {
        return shopper.portrait(
                ValueScale.of(Shopper.NOW, List.of(shopper.facts().orders())));
    }

    private static long epochDay(long daysAgo) {
        return Shopper.daysAgo(daysAgo).atZone(Shopper.ZONE).toLocalDate().toEpochDay();
    }

    private static FieldValue one(Portrait portrait, CustomerField field) {
        List<FieldValue> values = portrait.values().getOrDefault(field, List.of());
        assertThat(values).as(field.fieldName()).hasSize(1);
        return values.getFirst();
    }

    private static Shopper full() {
        return new Shopper()
                .trait("gender", "female", Shopper.daysAgo(20))
                .trait("age_band", "25-35", Shopper.daysAgo(20))
                .track(
                        "Page Viewed",
                        Shopper.daysAgo(10),
                        event -> event.sessionId("s")
                                .channel("app")
                                .device(new Device("ios", "iOS"))
                                .geo(new Geo("CN", "Shanghai", "Shanghai", "tier-1")))
                .orders(4, 9, "100")
                .put(Shopper.daysAgo(8), Shopper.product("p", "beauty", "20", 1));
    }
}
