/**
 * Whether a campaign paid.
 *
 * <p>Of the feed's events {@link io.clientele.campaign.effect.ConversionRecorder} keeps those that a campaign wants to bring about, of
 * customers whom it exposed: contacted, or left alone on purpose to compare with. Results are read from those rows and
 * from the contacts, by customer and by intention to treat: the first exposure says which group a customer is in,
 * whatever became of the message.
 */
@NullMarked
package io.clientele.campaign.effect;

import org.jspecify.annotations.NullMarked;
