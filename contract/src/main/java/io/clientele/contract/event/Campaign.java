package io.clientele.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * What brought the customer, as {@code utm_*} parameters and campaign links say.
 *
 * @param source such as {@code newsletter}
 * @param medium such as {@code email}
 * @param name the campaign's name
 * @param id the campaign's id, up to 256 characters
 */
public record Campaign(
        @Nullable String source,
        @Nullable String medium,
        @Nullable String name,
        @Nullable String id) {
    /** Of an event that no campaign is known to have caused. */
    public static final Campaign NONE = new Campaign(null, null, null, null);

    public Campaign {
        source = Check.keyword("campaign.source", source);
        medium = Check.keyword("campaign.medium", medium);
        name = Check.keyword("campaign.name", name);
        id = Check.id("campaign.id", id);
    }
}
