package io.clientele.campaign.contact;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.edge.page.PageInfo;

/** A page of contacts. */
@Description("A page of contacts, the newest first.")
public record ContactConnection(
        @NonNull List<@NonNull ContactEdge> edges, @NonNull PageInfo pageInfo) {

    /** A page of what was read, which is one more than it holds if there is a next one. */
    static ContactConnection of(List<StoredContact> read, int size, boolean cameFrom) {
        List<ContactEdge> edges = read.stream()
                .limit(size)
                .map(contact -> new ContactEdge(
                        Contact.of(contact), ContactPlace.of(contact).cursor()))
                .toList();
        return new ContactConnection(
                edges,
                new PageInfo(
                        read.size() > size,
                        cameFrom,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }
}
