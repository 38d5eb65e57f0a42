/**
 * Tries campaigns out before they contact anybody: dry runs on the events of the past, which change nothing but their own row,
 * and test sends, which count nowhere.
 *
 * <p>A dry run reads the events that the campaign's trigger and {@code until} name from Elasticsearch, in the order of their
 * time, and lets the same code decide that decides in earnest; what that code keeps in tables is kept in memory instead.
 */
@NullMarked
package io.clientele.campaign.rehearsal;

import org.jspecify.annotations.NullMarked;
