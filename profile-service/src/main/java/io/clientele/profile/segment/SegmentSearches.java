package io.clientele.profile.segment;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.InvalidConditionException;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.index.CustomersIndex;
import io.clientele.edge.page.PageRequest;
import io.clientele.elasticsearch.client.Searches;
import io.clientele.profile.definition.BusinessCalendar;
import io.clientele.profile.definition.DefinitionFailure;
import io.smallrye.mutiny.Uni;

/** Asks the index of customers about members. */
@ApplicationScoped
class SegmentSearches {

    private final Searches searches;
    private final BusinessCalendar calendar;

    SegmentSearches(Searches searches, BusinessCalendar calendar) {
        this.searches = searches;
        this.calendar = calendar;
    }

    /** A page of a segment's members. */
    Uni<SegmentMemberConnection> members(String segment, PageRequest page) {
        return search(MembersSearch.page(segment, page)).map(answer -> MembersSearch.page(page, answer));
    }

    /**
     * Who would be a member, and a sample.
     *
     * @throws io.clientele.edge.CodedException {@code COUNT_NOT_INDEXED}
     */
    Uni<SegmentPreview> preview(SegmentCondition condition, int sample) {
        ObjectNode query = query(condition);
        ObjectNode everyone = JsonNodeFactory.instance.objectNode();
        everyone.putObject("match_all");
        // Both at once; the second costs nothing, since all documents of a segment count at a glance.
        return Uni.combine()
                .all()
                .unis(search(MembersSearch.preview(query, sample)), search(MembersSearch.preview(everyone, 0)))
                .asTuple()
                .map(answers -> MembersSearch.preview(answers.getItem1(), MembersSearch.total(answers.getItem2())));
    }

    private ObjectNode query(SegmentCondition condition) {
        try {
            return condition.query(calendar.today());
        } catch (InvalidConditionException notIndexed) {
            throw new DefinitionFailure.RefusedCondition("condition", notIndexed.failure()).exception();
        }
    }

    private Uni<ObjectNode> search(ObjectNode body) {
        return searches.search(CustomersIndex.READ_ALIAS, body);
    }
}
