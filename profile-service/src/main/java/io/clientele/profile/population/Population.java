package io.clientele.profile.population;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.InvalidConditionException;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.CustomersIndex;
import io.clientele.edge.condition.ConditionInput;
import io.clientele.edge.condition.ConditionRefusal;
import io.clientele.edge.page.PageRequest;
import io.clientele.elasticsearch.client.Searches;
import io.clientele.profile.churn.RiskLevel;
import io.clientele.profile.counter.Counters;
import io.clientele.profile.definition.BusinessCalendar;
import io.clientele.profile.portrait.PortraitRules;
import io.clientele.profile.value.LifecycleStage;
import io.clientele.profile.value.ValueTier;
import io.smallrye.mutiny.Uni;

/** Asks the index of customers about all of them; fails with the codes of {@link Searches}. */
@ApplicationScoped
class Population {

    private final Searches searches;
    private final BusinessCalendar calendar;
    private final Counters counters;
    private final String currency;

    Population(Searches searches, BusinessCalendar calendar, Counters counters, PortraitRules rules) {
        this.searches = searches;
        this.calendar = calendar;
        this.counters = counters;
        this.currency = rules.facts().currency();
    }

    /**
     * A page of the customers of whom a condition holds.
     *
     * @throws io.clientele.edge.CodedException (some through the {@code Uni}) {@code INVALID_CURSOR}, {@code
     *     BEHAVIOUR_NOT_COUNTED}, {@code COUNT_NOT_INDEXED}, or as {@link ConditionInput#ofCustomer}
     */
    Uni<CustomerConnection> list(@Nullable ConditionInput filter, CustomerOrdering order, PageRequest page) {
        return filter == null
                ? page(CustomerList.everyone(), order, page)
                : counters.indexed("filter", filter.ofCustomer("filter"))
                        .flatMap(condition -> page(query(condition), order, page));
    }

    /** A page of the customers of at least some risk, the one whose loss would cost most first. */
    Uni<CustomerConnection> watched(RiskLevel least, PageRequest page) {
        List<String> levels = Arrays.stream(RiskLevel.values())
                .filter(level -> level.compareTo(least) >= 0)
                .map(RiskLevel::key)
                .toList();
        return page(CustomerList.with(CustomerField.RISK, levels), CustomerOrdering.VALUE_AT_RISK, page);
    }

    Uni<List<RfmCell>> rfm(boolean monetary) {
        return groups(CustomerField.RFM, RfmCell.CODES).map(groups -> RfmCell.of(groups, monetary, currency));
    }

    Uni<List<LifecyclePortion>> lifecycle() {
        return groups(CustomerField.LIFECYCLE, LifecycleStage.values().length)
                .map(groups -> Arrays.stream(LifecycleStage.values())
                        .map(stage -> new LifecyclePortion(stage, portion(groups, stage.key())))
                        .toList());
    }

    Uni<List<TierPortion>> tiers() {
        return groups(CustomerField.VALUE_TIER, ValueTier.values().length)
                .map(groups -> Arrays.stream(ValueTier.values())
                        .map(tier -> new TierPortion(tier, portion(groups, tier.key())))
                        .toList());
    }

    private Portion portion(SortedMap<String, Grouping.Group> groups, String key) {
        return Portion.of(groups.getOrDefault(key, Grouping.Group.NOBODY), Portion.sum(groups.values()), currency);
    }

    private Uni<CustomerConnection> page(ObjectNode query, CustomerOrdering order, PageRequest page) {
        return search(CustomerList.search(query, order, page)).map(answer -> CustomerList.read(answer, order, page));
    }

    private Uni<SortedMap<String, Grouping.Group>> groups(CustomerField field, int values) {
        return search(Grouping.search(field, values)).map(Grouping::read);
    }

    private ObjectNode query(SegmentCondition filter) {
        try {
            return filter.query(calendar.today());
        } catch (InvalidConditionException notIndexed) {
            throw new ConditionRefusal.RefusedCondition("filter", notIndexed.failure()).exception();
        }
    }

    private Uni<ObjectNode> search(ObjectNode body) {
        return searches.search(CustomersIndex.READ_ALIAS, body);
    }
}
