package io.clientele.campaign.consent;

import java.util.Map;
import java.util.Set;

/**
 * A customer who may be written to.
 *
 * @param id the customer's own id
 * @param ids every id that leads to the customer, its own included
 * @param traits by name, as texts
 */
public record Recipient(String id, Set<String> ids, Map<String, String> traits) {}
