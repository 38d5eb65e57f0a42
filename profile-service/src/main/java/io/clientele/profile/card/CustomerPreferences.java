package io.clientele.profile.card;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.Preferences;

/** What a customer prefers. */
@Description("What a customer prefers: each time what is most frequent.")
public record CustomerPreferences(
        @NonNull
        @Description("Up to three that most was spent on or, without orders, that were looked at most; the first most.")
        List<@NonNull String> categories,

        @Nullable @Description("In the main currency, such as 100-200.")
        String priceBand,

        @Nullable String channel,

        @Nullable @Description("The type of the device.") String device,

        @Nullable @Description("The operating system.") String os,

        @Nullable @Description("The hour of the business day with most events, 0 to 23.")
        Integer activeHour,

        @NonNull @Description("Events by the hour of the business day, 24 of them.")
        List<@NonNull Long> hours) {

    public CustomerPreferences {
        categories = List.copyOf(categories);
        hours = List.copyOf(hours);
    }

    static CustomerPreferences of(Preferences preferences) {
        return new CustomerPreferences(
                preferences.categories(),
                preferences.priceBand(),
                preferences.channel(),
                preferences.device(),
                preferences.os(),
                preferences.activeHour(),
                preferences.hours());
    }
}
