package io.clientele.campaign.playbook;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A playbook as clients see it, in one language. */
@Description("A campaign that is ready but for a few parameters.")
public record Playbook(
        @NonNull @Id String id,
        @NonNull @Description("For people.") String name,
        @NonNull @Description("What it does.") String description,

        @NonNull @Description("Whether it says nothing of whom it is for, so that a segment must be given.")
        Boolean needsSegment,

        @NonNull List<@NonNull PlaybookParameter> parameters) {

    static Playbook of(PlaybookFile file, String language) {
        return new Playbook(
                file.id(),
                file.name().getOrDefault(language, file.id()),
                file.description().getOrDefault(language, ""),
                file.needsSegment(),
                file.parameters().stream()
                        .map(one -> new PlaybookParameter(
                                one.name(), one.kind(), one.usual(), language.equals("zh") ? one.zh() : one.en()))
                        .toList());
    }
}
