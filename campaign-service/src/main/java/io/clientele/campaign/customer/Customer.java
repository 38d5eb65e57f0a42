package io.clientele.campaign.customer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;

/**
 * A customer, by id: what campaigns did to it are fields of other features.
 *
 * @param id the shop's own id, or {@code anon:} and the anonymous id
 */
@Key(fields = @FieldSet("id"))
@Description("A customer, or an anonymous visitor.")
public record Customer(
        @NonNull @Id @Description("The shop's own id, or anon: and the anonymous id.")
        String id) {}
