package io.clientele.campaign.contact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.Coupon;
import io.clientele.campaign.benefit.StoredCoupon;
import io.clientele.campaign.customer.Customer;
import io.clientele.campaign.definition.Campaign;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.edge.Role;
import io.clientele.edge.page.PageRequest;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toMap;

/** The GraphQL of contacts, for staff, and of messages, for their customers. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class ContactApi {

    private static final int MOST_MESSAGES = 100;

    private final Contacts contacts;
    private final ContactCoupons coupons;
    private final Campaigns campaigns;
    private final SecurityIdentity caller;
    private final JsonWebToken token;
    private final Clock clock;

    ContactApi(
            Contacts contacts,
            ContactCoupons coupons,
            Campaigns campaigns,
            SecurityIdentity caller,
            JsonWebToken token,
            Clock clock) {
        this.contacts = contacts;
        this.coupons = coupons;
        this.campaigns = campaigns;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
    }

    @Description("Every decision about the customer, the newest first, those not to contact it among them.")
    public Uni<ContactConnection> contacts(
            @Source Customer customer,
            @Nullable @Description("The first edges, 1 to 1000; 50 if not given.") Integer first,
            @Nullable @Description("Only what comes after this cursor.") String after) {
        return Uni.createFrom()
                .deferred(() -> contacts.ofCustomer(customer.id(), PageRequest.of(first, after, null, null)));
    }

    @NonNull
    @Description("Every decision of the campaign, the newest first.")
    public Uni<ContactConnection> contacts(
            @Source Campaign campaign,
            @Nullable @Description("The first edges, 1 to 1000; 50 if not given.") Integer first,
            @Nullable @Description("Only what comes after this cursor.") String after) {
        return Uni.createFrom()
                .deferred(() -> contacts.ofCampaign(campaign.id(), PageRequest.of(first, after, null, null)));
    }

    @NonNull
    @Description("The campaign that decided it.")
    public Uni<List<@NonNull Campaign>> campaign(@Source List<Contact> contacts) {
        return campaigns
                .find(contacts.stream().map(Contact::campaignId).distinct().toList())
                .map(found -> {
                    Map<String, Campaign> byId =
                            found.stream().map(Campaign::of).collect(toMap(Campaign::id, Function.identity()));
                    return contacts.stream()
                            .map(contact -> Objects.requireNonNull(byId.get(contact.campaignId())))
                            .toList();
                });
    }

    @Description("The coupon that came with it; null if none did.")
    public Uni<List<@Nullable Coupon>> coupon(@Source List<Contact> contacts) {
        List<@Nullable String> ids = new ArrayList<>(contacts.size());
        contacts.forEach(contact -> ids.add(contact.couponId()));
        return coupons(ids);
    }

    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("The messages for the customer that it did not dismiss, the newest first.")
    public Uni<List<@NonNull InboxMessage>> inbox(
            @Source Customer customer, @DefaultValue("20") @Description("1 to 100.") int first) {
        return Uni.createFrom().deferred(() -> {
            if (first < 1 || first > MOST_MESSAGES) {
                throw new ContactFailure.InvalidNumber("first", MOST_MESSAGES).exception();
            }
            return contacts.inbox(customer.id(), first)
                    .map(all -> all.stream().map(InboxMessage::of).toList());
        });
    }

    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("The coupon that came with it; null if none did.")
    @Name("coupon")
    public Uni<List<@Nullable Coupon>> couponOfMessage(@Source List<InboxMessage> messages) {
        List<@Nullable String> ids = new ArrayList<>(messages.size());
        messages.forEach(message -> ids.add(message.couponId()));
        return coupons(ids);
    }

    private Uni<List<@Nullable Coupon>> coupons(List<@Nullable String> ids) {
        return coupons.find(ids).map(found -> {
            List<@Nullable Coupon> ordered = new ArrayList<>(found.size());
            for (StoredCoupon coupon : found) {
                ordered.add(coupon == null ? null : Coupon.of(coupon, clock.instant()));
            }
            return ordered;
        });
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.SHOPPER, Role.MARKETER, Role.ADMIN})
    @Description("Keeps that a message was read; again, it changes nothing. A shopper reads its own only.")
    public Uni<InboxMessage> readMessage(@NonNull @Id String id) {
        return own(id).chain(() -> contacts.read(id)).map(InboxMessage::of);
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.SHOPPER, Role.MARKETER, Role.ADMIN})
    @Description("Takes a message out of the inbox; again, it changes nothing. A shopper dismisses its own only.")
    public Uni<InboxMessage> dismissMessage(@NonNull @Id String id) {
        return own(id).chain(() -> contacts.dismiss(id)).map(InboxMessage::of);
    }

    /** Refuses what is not the caller's: whether there is such a message, a shopper is not told. */
    private Uni<Void> own(String id) {
        boolean staff = caller.hasRole(Role.MARKETER) || caller.hasRole(Role.ADMIN);
        return contacts.message(id).flatMap(found -> {
            if (found.isEmpty()) {
                throw staff ? new ContactFailure.UnknownMessage("id").exception() : new ForbiddenException();
            }
            String customer = found.get().customerId();
            return staff || customer.equals(token.getSubject())
                    ? Uni.createFrom().voidItem()
                    : contacts.ids(customer)
                            .invoke(ids -> {
                                if (!ids.contains(token.getSubject())) {
                                    throw new ForbiddenException();
                                }
                            })
                            .replaceWithVoid();
        });
    }
}
