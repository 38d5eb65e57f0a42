package io.clientele.campaign.template;

import java.util.Set;

/**
 * A message for one customer.
 *
 * @param missing the variables that were to be written and had no value, as the template names them; they stand empty
 */
public record Rendered(String text, Set<String> missing) {}
