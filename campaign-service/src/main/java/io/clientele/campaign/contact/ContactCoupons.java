package io.clientele.campaign.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.Coupons;
import io.clientele.campaign.benefit.StoredCoupon;
import io.smallrye.mutiny.Uni;

/** The coupons that came with contacts. */
@ApplicationScoped
class ContactCoupons {

    private final Coupons coupons;

    ContactCoupons(Coupons coupons) {
        this.coupons = coupons;
    }

    /** Coupons by their ids, in their order and number, null for a contact without one. */
    Uni<List<@Nullable StoredCoupon>> find(List<@Nullable String> ids) {
        return coupons.find(ids.stream().filter(Objects::nonNull).toList()).map(found -> {
            List<@Nullable StoredCoupon> ordered = new ArrayList<>(ids.size());
            ids.forEach(id -> ordered.add(id == null ? null : found.get(id)));
            return ordered;
        });
    }
}
