package io.clientele.profile.segment;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.InvalidCondition;
import io.clientele.contract.condition.InvalidCondition.Code;
import io.clientele.contract.condition.InvalidConditionException;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.index.CustomersIndex;
import io.clientele.edge.CodedException;
import io.clientele.edge.condition.ConditionRefusal;
import io.clientele.edge.page.PageRequest;
import io.clientele.elasticsearch.client.Searches;
import io.clientele.profile.definition.BusinessCalendar;
import io.smallrye.mutiny.Uni;

/** Asks the index of customers about members. */
@ApplicationScoped
class SegmentSearches {

    private final Searches searches;
    private final DeepMembers deepMembers;
    private final BusinessCalendar calendar;

    SegmentSearches(Searches searches, DeepMembers deepMembers, BusinessCalendar calendar) {
        this.searches = searches;
        this.deepMembers = deepMembers;
        this.calendar = calendar;
    }

    /** A page of a segment's members. */
    Uni<SegmentMemberConnection> members(String segment, PageRequest page) {
        return search(MembersSearch.page(segment, page)).map(answer -> MembersSearch.page(page, answer));
    }

    /**
     * Who would be a member, and a sample. Of counts above 16, which documents do not tell, up to 10,000 customers are asked
     * one by one.
     *
     * @throws io.clientele.edge.CodedException {@code COUNT_NOT_INDEXED} (through the {@code Uni}) if they are more
     */
    Uni<SegmentPreview> preview(SegmentCondition condition, int sample) {
        LocalDate today = calendar.today();
        try {
            return DeepCounts.of(condition)
                    .map(deep -> preview(condition, deep, sample, today))
                    .orElseGet(() -> preview(condition.query(today), sample));
        } catch (InvalidConditionException unsearchable) {
            throw new ConditionRefusal.RefusedCondition("condition", unsearchable.failure()).exception();
        }
    }

    private Uni<SegmentPreview> preview(SegmentCondition condition, DeepCounts deep, int sample, LocalDate today) {
        ObjectNode known =
                MembersSearch.without(deep.seldom().query(today), deep.often().query(today));
        return deepMembers
                .find(condition, deep.candidates().query(today), today)
                .flatMap(found -> preview(known, sample)
                        .map(others -> others.with(found.orElseThrow(SegmentSearches::tooMany), sample)));
    }

    private static CodedException tooMany() {
        InvalidCondition reason = new InvalidCondition(
                Code.COUNT_NOT_INDEXED, "behaviour", "asks for counts above 16 that too many customers could reach");
        return new ConditionRefusal.RefusedCondition("condition", reason).exception();
    }

    private Uni<SegmentPreview> preview(ObjectNode query, int sample) {
        ObjectNode everyone = JsonNodeFactory.instance.objectNode();
        everyone.putObject("match_all");
        // Both at once; the second costs nothing, since all documents of a segment count at a glance.
        return Uni.combine()
                .all()
                .unis(search(MembersSearch.preview(query, sample)), search(MembersSearch.preview(everyone, 0)))
                .asTuple()
                .map(answers -> MembersSearch.preview(answers.getItem1(), MembersSearch.total(answers.getItem2())));
    }

    private Uni<ObjectNode> search(ObjectNode body) {
        return searches.search(CustomersIndex.READ_ALIAS, body);
    }
}
