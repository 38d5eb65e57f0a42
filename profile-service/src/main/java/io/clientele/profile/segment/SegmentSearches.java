package io.clientele.profile.segment;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.InvalidConditionException;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.index.CustomersIndex;
import io.clientele.edge.page.PageRequest;
import io.clientele.profile.definition.BusinessCalendar;
import io.clientele.profile.definition.DefinitionFailure;
import io.clientele.profile.elasticsearch.Elasticsearch;
import io.clientele.profile.elasticsearch.ElasticsearchFailure;
import io.clientele.profile.elasticsearch.SearchRefusal;
import io.smallrye.mutiny.Uni;

/** Asks the index of customers about members. */
@ApplicationScoped
class SegmentSearches {

    private static final Logger LOG = Logger.getLogger(SegmentSearches.class);

    private final Elasticsearch elasticsearch;
    private final BusinessCalendar calendar;

    SegmentSearches(Elasticsearch elasticsearch, BusinessCalendar calendar) {
        this.elasticsearch = elasticsearch;
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
        return elasticsearch
                .search(CustomersIndex.READ_ALIAS, Map.of(), body)
                .onFailure(ElasticsearchFailure.class)
                .invoke(failure -> LOG.warn("A search of customers failed", failure))
                .onFailure(ElasticsearchFailure.class)
                .transform(SearchRefusal::coded);
    }
}
