package io.clientele.campaign.benefit;

/** One customer's share in one benefit. */
record Holder(String benefitId, String customerId) {}
