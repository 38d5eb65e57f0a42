package io.clientele.command.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The GraphQL that the demo asks, each in a file beside this class. */
final class Questions {
    /** Adds a segment, and so its id, to what is defined. */
    static final String DEFINE_SEGMENT =
            "mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }";

    static final String DEFINE_TAG = "mutation($input: DefineTagInput!) { defineTag(input: $input) { id } }";
    static final String DEFINED = "{ segment(id: \"heavy-carters\") { id } tag(id: \"worth-winning-back\") { id } }";

    private Questions() {}

    /** Whom to show: the first of heavy carters, of those who could leave, of all. */
    static String choose() {
        return line("choose.graphql");
    }

    /** All that is known of the customer {@code $id}, from every service, in one request. */
    static String card() {
        return line("card.graphql");
    }

    /** The same in short: who the customer {@code $id} is, and what it did last. */
    static String customer() {
        return line("customer.graphql");
    }

    /** Those who could leave, the one whose loss would cost most first. */
    static String watch() {
        return line("watch.graphql");
    }

    /** Whether the story's campaign is there. */
    static String campaign() {
        return line("campaign.graphql");
    }

    /** Makes the story's campaign of its playbook. */
    static String makeCampaign() {
        return line("make-campaign.graphql");
    }

    static String launchCampaign() {
        return line("launch-campaign.graphql");
    }

    /** The {@code $first} customers who spent most. */
    static String shoppers() {
        return line("shoppers.graphql");
    }

    /** What the story's campaign decided about whom. */
    static String contacts() {
        return line("contacts.graphql");
    }

    /** What the story's campaign brought about. */
    static String results() {
        return line("results.graphql");
    }

    static String redeem() {
        return line("redeem.graphql");
    }

    static String track() {
        return line("track.graphql");
    }

    /** From the customer {@code $id} to what is known, said, given, and brought about: the loop in one request. */
    static String loop() {
        return line("loop.graphql");
    }

    /** The variables of {@link #DEFINE_SEGMENT}. */
    static String segment() {
        return line("segment.json");
    }

    /** The variables of {@link #DEFINE_TAG}. */
    static String tag() {
        return line("tag.json");
    }

    /** On one line, as a shell takes it; no text in the files has blanks in a row or a single quote. */
    private static String line(String file) {
        try (InputStream text = Questions.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
