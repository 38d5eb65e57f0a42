package io.clientele.campaign.definition;

import java.util.Optional;

/**
 * One form of the message.
 *
 * @param weight its share among the variants, 1 to 1,000
 * @param webhook of {@link Channel#WEBHOOK}, and only of it
 * @param costMillionths what one contact costs, in millionths of the campaign's currency, 0 or more
 */
public record Variant(
        String name,
        int weight,
        Channel channel,
        Optional<String> webhook,
        Optional<String> subject,
        String body,
        Optional<String> link,
        Optional<String> benefit,
        long costMillionths) {}
