package io.clientele.profile.portrait;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;
import io.clientele.profile.churn.Churn;
import io.clientele.profile.facts.CartFacts;
import io.clientele.profile.facts.CustomerFacts;
import io.clientele.profile.facts.FactsRules;
import io.clientele.profile.facts.OrderFacts;
import io.clientele.profile.facts.Preferences;
import io.clientele.profile.facts.VisitFacts;
import io.clientele.profile.trait.Traits;
import io.clientele.profile.value.CustomerValue;
import io.clientele.profile.value.RfmScores;

/** Lists what is derived of a customer by the names of the index. For one thread, for one customer. */
final class PortraitFields {

    private final FactsRules rules;
    private final Map<CustomerField, List<FieldValue>> values = new EnumMap<>(CustomerField.class);

    PortraitFields(FactsRules rules) {
        this.rules = rules;
    }

    Map<CustomerField, List<FieldValue>> of(
            CustomerFacts facts, CustomerValue value, Churn churn, Place place, Traits traits) {
        person(traits, place);
        visits(facts.visits());
        cart(facts.cart());
        orders(facts.orders());
        value(value);
        churn(churn);
        preferences(facts.preferences());
        return values;
    }

    private void person(Traits traits, Place place) {
        text(CustomerField.GENDER, traits.text("gender"));
        text(CustomerField.AGE_BAND, traits.text("age_band"));
        text(CustomerField.COUNTRY, place.country());
        text(CustomerField.REGION, place.region());
        text(CustomerField.CITY, place.city());
        text(CustomerField.CITY_TIER, place.cityTier());
    }

    private void visits(VisitFacts visits) {
        date(CustomerField.FIRST_SEEN, visits.firstSeen());
        date(CustomerField.LAST_SEEN, visits.lastSeen());
        date(CustomerField.LAST_VISIT_AT, visits.lastVisit());
        day(CustomerField.SINCE_FIRST_SEEN, visits.firstSeen());
        day(CustomerField.SINCE_LAST_SEEN, visits.lastSeen());
        day(CustomerField.SINCE_LAST_VISIT, visits.lastVisit());
        whole(CustomerField.VISITS, visits.visits());
        whole(CustomerField.SESSIONS, visits.sessions());
        whole(CustomerField.DAYS_ACTIVE, visits.daysActive());
        whole(CustomerField.DWELL_MS, visits.dwellMs());
    }

    private void cart(CartFacts cart) {
        whole(CustomerField.CART_ITEMS, cart.pieces());
        whole(CustomerField.CART_VALUE, cart.value());
        day(CustomerField.CART_AGE_DAYS, cart.since());
    }

    private void orders(OrderFacts orders) {
        date(CustomerField.FIRST_ORDER_AT, orders.first());
        date(CustomerField.LAST_ORDER_AT, orders.last());
        day(CustomerField.SINCE_FIRST_ORDER, orders.first());
        day(CustomerField.RECENCY_DAYS, orders.last());
        whole(CustomerField.ORDERS, orders.count());
        whole(CustomerField.REPURCHASES, orders.repurchases());
        whole(CustomerField.REVENUE, orders.revenue());
        whole(CustomerField.AOV, orders.meanValue());
        Double cycle = orders.cycleDays();
        whole(CustomerField.CYCLE_DAYS, cycle == null ? null : Long.valueOf(Math.round(cycle)));
        text(CustomerField.CURRENCY, rules.currency());
    }

    private void value(CustomerValue value) {
        whole(CustomerField.FREQUENCY, value.rfm().frequency());
        whole(CustomerField.MONETARY, value.rfm().monetary());
        RfmScores scores = value.scores();
        if (scores != null) {
            whole(CustomerField.R_SCORE, scores.recency());
            whole(CustomerField.F_SCORE, scores.frequency());
            whole(CustomerField.M_SCORE, scores.monetary());
            text(CustomerField.RFM, scores.code());
        }
        text(CustomerField.VALUE_TIER, value.tier().key());
        text(CustomerField.LIFECYCLE, value.lifecycle().stage().key());
        text(CustomerField.FREQUENCY_CLASS, value.frequency().key());
        text(CustomerField.SPENDING_POWER, value.spending().key());
    }

    private void churn(Churn churn) {
        text(CustomerField.RISK, churn.risk().key());
        texts(
                CustomerField.SIGNALS,
                churn.signals().stream().map(signal -> signal.kind().key()).toList());
        whole(CustomerField.VALUE_AT_RISK, churn.valueAtRisk());
    }

    private void preferences(Preferences preferences) {
        texts(CustomerField.PREFERRED_CATEGORY, preferences.categories());
        text(CustomerField.PRICE_BAND, preferences.priceBand());
        text(CustomerField.DEVICE, preferences.device());
        text(CustomerField.OS, preferences.os());
        text(CustomerField.CHANNEL, preferences.channel());
        Integer hour = preferences.activeHour();
        whole(CustomerField.ACTIVE_HOUR, hour == null ? null : Long.valueOf(hour));
    }

    private void text(CustomerField field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, List.of(new Text(value)));
        }
    }

    private void texts(CustomerField field, Collection<String> texts) {
        if (!texts.isEmpty()) {
            values.put(field, texts.stream().<FieldValue>map(Text::new).toList());
        }
    }

    private void whole(CustomerField field, @Nullable Long value) {
        if (value != null) {
            values.put(field, List.of(new Whole(value)));
        }
    }

    private void whole(CustomerField field, long value) {
        values.put(field, List.of(new Whole(value)));
    }

    private void date(CustomerField field, @Nullable Instant instant) {
        if (instant != null) {
            values.put(field, List.of(new Whole(instant.toEpochMilli())));
        }
    }

    /** The business day, from which whoever asks computes how many days ago it was. */
    private void day(CustomerField field, @Nullable Instant instant) {
        if (instant != null) {
            values.put(
                    field,
                    List.of(new Whole(LocalDate.ofInstant(instant, rules.zone()).toEpochDay())));
        }
    }
}
