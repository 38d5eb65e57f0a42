package io.clientele.campaign.effect;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.campaign.effect.TestExposures.Exposed;
import io.clientele.campaign.experiment.Estimate;
import io.clientele.campaign.experiment.Hillstrom;
import io.clientele.campaign.experiment.IndependentLift;
import io.clientele.contract.event.Event;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.campaign.effect.TestExposures.START;
import static io.clientele.campaign.effect.TestExposures.event;
import static io.clientele.campaign.effect.TestExposures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A real experiment as contacts and events: the results are those that DuckDB computes from the file. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(EffectStack.class)
class HillstromQuarkusTest {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final int PAGE = 500;

    @Inject
    TestExposures exposures;

    @BeforeEach
    void empty() {
        exposures.clear();
        exposures.campaign("orders", "Order Completed", TWO_WEEKS);
        exposures.campaign("visits", "Site Visited", TWO_WEEKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {Hillstrom.MENS, Hillstrom.WOMENS})
    void resultsEqualAnIndependentComputation(String segment) throws SQLException {
        List<Hillstrom> customers = Hillstrom.customers().stream()
                .filter(customer ->
                        customer.segment().equals(segment) || customer.segment().equals(Hillstrom.NONE))
                .toList();
        expose(customers);
        visitAndBuy(customers);

        CampaignResults orders = exposures.results("orders");
        CampaignResults visits = exposures.results("visits");

        int treated = (int) customers.stream()
                .filter(customer -> customer.segment().equals(segment))
                .count();
        assertThat(orders.treated().customers()).isEqualTo(treated);
        assertThat(orders.control().customers()).isEqualTo(customers.size() - treated);
        assertThat(orders.treated()
                        .revenue()
                        .amount()
                        .add(orders.control().revenue().amount()))
                .isEqualByComparingTo(
                        customers.stream().map(Hillstrom::spend).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEstimate(visits.conversionLift(), IndependentLift.inDuckDb(segment, "visit", "var_pop"), 1);
        assertEstimate(orders.conversionLift(), IndependentLift.inDuckDb(segment, "conversion", "var_pop"), 1);
        assertEstimate(orders.revenueLift(), IndependentLift.inDuckDb(segment, "spend", "var_samp"), 1);
        assertEstimate(
                orders.incrementalConversions(), IndependentLift.inDuckDb(segment, "conversion", "var_pop"), treated);
        assertEstimate(orders.incrementalRevenue(), IndependentLift.inDuckDb(segment, "spend", "var_samp"), treated);
    }

    private static void assertEstimate(@Nullable Estimate estimate, IndependentLift expected, double factor) {
        Estimate found = Objects.requireNonNull(estimate);
        assertThat(found.value()).isCloseTo(expected.value() * factor, within(1e-12 * factor));
        assertThat(found.high() - found.low()).isCloseTo(2 * expected.half() * factor, within(1e-12 * factor));
        assertThat(found.pValue()).isCloseTo(expected.pValue(), within(1e-9));
    }

    private void expose(List<Hillstrom> customers) {
        List<Exposed> contacts = new ArrayList<>();
        for (String campaign : List.of("orders", "visits")) {
            customers.forEach(customer -> contacts.add(
                    customer.segment().equals(Hillstrom.NONE)
                            ? Exposed.decided(campaign, customer.row(), "CONTROL", START)
                            : Exposed.sent(campaign, customer.row(), START)));
        }
        exposures.contacts(contacts, 0);
    }

    /** In any order, and some of it twice, as a feed may bring it. */
    private void visitAndBuy(List<Hillstrom> customers) {
        List<Event> events = new ArrayList<>();
        for (Hillstrom customer : customers) {
            if (customer.visit()) {
                events.add(event("visit " + customer.row(), customer.row(), "Site Visited", START.plusSeconds(5))
                        .build());
            }
            if (customer.conversion()) {
                events.add(order(
                        "order " + customer.row(),
                        customer.row(),
                        "Order Completed",
                        "o",
                        customer.spend().toPlainString(),
                        START.plusSeconds(60)));
            }
        }
        Random random = new Random(7);
        Collections.shuffle(events, random);
        events.addAll(events.subList(0, events.size() / 10).stream().toList());
        for (int i = 0; i < events.size(); i += PAGE) {
            exposures.page(events.subList(i, Math.min(events.size(), i + PAGE)), Map.of());
        }
    }
}
