package io.clientele.campaign.benefit;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Terms;
import io.clientele.campaign.benefit.terms.Validity;

/** A benefit as its marketer wants it; see {@link StoredBenefit}. */
record BenefitDefinition(
        String id,
        String name,
        Terms terms,
        @Nullable Integer stock,
        @Nullable Long budget,
        int perCustomerLimit,
        Validity validity,
        @Nullable String code) {}
