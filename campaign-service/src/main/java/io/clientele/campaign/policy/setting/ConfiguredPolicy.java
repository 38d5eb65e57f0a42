package io.clientele.campaign.policy.setting;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.Cap;
import io.clientele.campaign.policy.rules.CapPeriod;
import io.clientele.campaign.policy.rules.ContactPolicy;
import io.clientele.campaign.policy.rules.Quiet;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The contact policy of the configuration. */
@Startup // a wrong figure stops the start, not the first contact
@Singleton
class ConfiguredPolicy {

    private static final Pattern CAP = Pattern.compile("([A-Z]+)/([A-Z]+)/([0-9]{1,4})");
    private static final Pattern HOURS = Pattern.compile("([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])");
    private static final String NONE = "none";
    private static final String ALL = "ALL";

    private final ContactPolicy policy;

    ConfiguredPolicy(PolicyConfig config) {
        try {
            this.policy = new ContactPolicy(
                    config.caps().orElse(List.of()).stream()
                            .map(ConfiguredPolicy::cap)
                            .toList(),
                    quiet(config),
                    config.fallbackHour(),
                    config.holdout());
        } catch (IllegalArgumentException | DateTimeException refused) {
            throw new ConfigurationException("A value under clientele.contact cannot be: " + refused.getMessage());
        }
    }

    ContactPolicy policy() {
        return policy;
    }

    private static Cap cap(String text) {
        Matcher parts = CAP.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("the cap " + text + " is not like EMAIL/DAY/1");
        }
        return new Cap(
                parts.group(1).equals(ALL) ? null : Channel.valueOf(parts.group(1)),
                CapPeriod.valueOf(parts.group(2)),
                Integer.parseInt(parts.group(3)));
    }

    private static Optional<Quiet> quiet(PolicyConfig config) {
        if (config.quietHours().equals(NONE)) {
            return Optional.empty();
        }
        Matcher hours = HOURS.matcher(config.quietHours());
        if (!hours.matches()) {
            throw new IllegalArgumentException(
                    "the quiet hours " + config.quietHours() + " are neither none nor like 22:00-08:00");
        }
        return Optional.of(new Quiet(
                LocalTime.parse(hours.group(1)),
                LocalTime.parse(hours.group(2)),
                config.quietOutcome(),
                config.quietChannels()));
    }
}
