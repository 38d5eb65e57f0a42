package io.clientele.profile.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.ConditionJson;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.condition.Verdict;
import io.clientele.database.Database;
import io.clientele.profile.definition.BusinessCalendar;
import io.clientele.profile.index.StoredCustomer;
import io.clientele.profile.index.StoredCustomers;
import io.smallrye.mutiny.Uni;

/** Explains why a customer is a member of a segment or is not. */
@ApplicationScoped
class Explaining {

    private final Database database;
    private final StoredCustomers customers;
    private final BusinessCalendar calendar;
    private final DefinitionsCache definitions;

    Explaining(Database database, StoredCustomers customers, BusinessCalendar calendar, DefinitionsCache definitions) {
        this.database = database;
        this.customers = customers;
        this.calendar = calendar;
        this.definitions = definitions;
    }

    /** The explanation; empty if there is no such customer or no such segment. */
    Uni<Optional<Explanation>> explain(String anyId, String segmentId, Language language) {
        Words words = new Words(language);
        return database.onConnection(connection -> definitions
                .current(connection)
                .flatMap(current -> SegmentStore.find(connection, segmentId)
                        .flatMap(segment -> customers
                                .find(connection, anyId)
                                .map(customer -> segment.flatMap(of -> customer.map(explained -> explain(
                                        of,
                                        explained,
                                        current.waitingFor(of.id()).isEmpty(),
                                        words)))))));
    }

    private Explanation explain(SegmentDefinition segment, StoredCustomer customer, boolean counted, Words words) {
        // A list has no condition; being listed is then what stands in the customer's row.
        SegmentCondition condition = segment.condition() != null
                ? segment.condition()
                : new SegmentCondition(new Condition.InSegment(segment.id()));
        Verdict verdict = condition.explain(customer.view(), calendar.today());
        List<ExplanationPart> parts = new ArrayList<>();
        collect(verdict, 0, words, parts);
        return new Explanation(
                customer.view().id(),
                segment.id(),
                verdict.holds(),
                customer.view().segments().contains(segment.id()),
                counted,
                words.sentence(customer.view().id(), segment.name(), verdict),
                parts);
    }

    private static void collect(Verdict verdict, int depth, Words words, List<ExplanationPart> parts) {
        parts.add(new ExplanationPart(
                depth,
                ConditionJson.write(verdict.condition()).toString(),
                words.statement(verdict.condition()),
                verdict.actual(),
                verdict.holds()));
        verdict.parts().forEach(part -> collect(part, depth + 1, words, parts));
    }
}
