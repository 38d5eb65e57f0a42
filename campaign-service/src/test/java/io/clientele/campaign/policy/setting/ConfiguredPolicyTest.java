package io.clientele.campaign.policy.setting;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.campaign.policy.rules.ContactPolicy;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConfiguredPolicyTest {

    @Test
    void readsWhatIsConfigured() {
        ContactPolicy policy = policy(Map.of(
                "clientele.contact.caps",
                "ALL/MONTH/9",
                "clientele.contact.quiet-hours",
                "none",
                "clientele.contact.holdout",
                "0.1"));

        assertThat(policy.caps()).hasSize(1);
        assertThat(policy.quiet()).isEmpty();
        assertThat(policy.holdout()).isEqualTo(0.1);
        assertThat(policy(Map.of("clientele.contact.caps", "")).caps()).isEmpty();
        assertThat(PolicyJson.read(PolicyJson.write(policy))).isEqualTo(policy);
        assertThat(PolicyJson.read(PolicyJson.write(policy(Map.of())))).isEqualTo(policy(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "caps, EMAIL/DAY",
        "caps, FAX/DAY/1",
        "caps, EMAIL/YEAR/1",
        "caps, EMAIL/DAY/1001",
        "quiet-hours, 22-8",
        "quiet-hours, 24:00-08:00",
        "quiet-hours, 08:00-08:00",
        "fallback-hour, 23",
        "fallback-hour, 99",
        "holdout, 0.6",
    })
    void refusesWhatCannotBe(String key, String value) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> policy(Map.of("clientele.contact." + key, value)))
                .withMessageStartingWith("A value under clientele.contact cannot be: ");
    }

    private static ContactPolicy policy(Map<String, String> values) {
        PolicyConfig config = new SmallRyeConfigBuilder()
                .withMapping(PolicyConfig.class)
                .withSources(new PropertiesConfigSource(new HashMap<>(values), "test", 100))
                .build()
                .getConfigMapping(PolicyConfig.class);
        return new ConfiguredPolicy(config).policy();
    }
}
