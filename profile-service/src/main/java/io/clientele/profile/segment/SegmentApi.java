package io.clientele.profile.segment;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.Role;
import io.clientele.edge.condition.ConditionInput;
import io.clientele.edge.page.PageRequest;
import io.clientele.profile.card.Customer;
import io.clientele.profile.card.CustomerReading;
import io.clientele.profile.counter.Counting;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;

/** The GraphQL of segments. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class SegmentApi {

    private final SegmentService service;
    private final SegmentSearches searches;
    private final Explaining explaining;
    private final CustomerReading customers;
    private final SecurityIdentity caller;
    private final DropOffService dropOffs;

    SegmentApi(
            SegmentService service,
            DropOffService dropOffs,
            SegmentSearches searches,
            Explaining explaining,
            CustomerReading customers,
            SecurityIdentity caller) {
        this.service = service;
        this.searches = searches;
        this.explaining = explaining;
        this.customers = customers;
        this.caller = caller;
        this.dropOffs = dropOffs;
    }

    @Query
    @NonNull
    @Description("Every segment, by id.")
    public Uni<@NonNull List<@NonNull Segment>> segments() {
        return service.all().map(all -> all.stream().map(Segment::of).toList());
    }

    @Query
    @Description("A segment; null if none has this id.")
    public Uni<@Nullable Segment> segment(@NonNull @Id String id) {
        return service.find(id).map(found -> found.map(Segment::of).orElse(null));
    }

    /** The entities of the gateway's representations, in their order, null for the missing. */
    @Resolver
    public Uni<List<@Nullable Segment>> segmentsById(@NonNull List<@NonNull String> id) {
        return service.find(id)
                .map(found -> found.stream()
                        .map(segment -> segment == null ? null : Segment.of(segment))
                        .toList());
    }

    @Description("The segments that the customer is a member of, by id.")
    public Uni<List<@NonNull Segment>> segments(@Source Customer customer) {
        return customers
                .load(customer)
                .chain(loaded -> service.find(
                        loaded.evaluation().segments().stream().sorted().toList()))
                .map(found ->
                        found.stream().filter(Objects::nonNull).map(Segment::of).toList());
    }

    @Description(
            "How far the counting has got that the segment waits for; null once its condition decides who is a member.")
    public Uni<List<@Nullable Counting>> counting(@Source List<Segment> segments) {
        return service.counting(segments.stream().map(Segment::id).toList());
    }

    @Description("The members, in the order of their ids: pages by first and after, or by last and before.")
    public Uni<SegmentMemberConnection> members(
            @Source Segment segment,
            @Nullable @Description("The first edges, 1 to 1000; 50 if neither first nor last is given.") Integer first,
            @Nullable @Description("Only what comes after this cursor.") String after,
            @Nullable @Description("The last edges, 1 to 1000.") Integer last,
            @Nullable @Description("Only what comes before this cursor.") String before) {
        return Uni.createFrom()
                .item(() -> PageRequest.of(first, after, last, before))
                .flatMap(page -> searches.members(segment.id(), page));
    }

    @Query
    @NonNull
    @Description("Who would be a member of a segment with this condition.")
    public Uni<SegmentPreview> previewSegment(
            @NonNull ConditionInput condition,
            @DefaultValue("10") @Description("How many of them to name, 0 to 1000.") int sample) {
        return Uni.createFrom().deferred(() -> service.preview(condition, sample));
    }

    @Query
    @Description("Why a customer is a member of a segment or is not; null if there is no such customer or segment.")
    public Uni<@Nullable Explanation> explain(
            @NonNull @Id @Description("Any id of the customer.") String customer,
            @NonNull @Id String segment,
            @DefaultValue("EN") Language language) {
        return explaining.explain(customer, segment, language).map(found -> found.orElse(null));
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Defines a segment, or defines it anew.")
    public Uni<Segment> defineSegment(@NonNull DefineSegmentInput input) {
        return Uni.createFrom().deferred(() -> service.define(input, who())).map(Segment::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Puts customers on the list of a MANUAL segment, and takes others off.")
    public Uni<Segment> listSegmentMembers(@NonNull ListMembersInput input) {
        return Uni.createFrom().deferred(() -> service.list(input, who())).map(Segment::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description(
            "Makes a MANUAL segment of those who reached a funnel's step and went no further. With the same key it answers the"
                    + " same segment, also after it was broken off.")
    public Uni<Segment> segmentFromDropOff(@NonNull SegmentFromDropOffInput input) {
        return Uni.createFrom().deferred(() -> dropOffs.create(input, who())).map(Segment::of);
    }

    private String who() {
        return caller.getPrincipal().getName();
    }
}
