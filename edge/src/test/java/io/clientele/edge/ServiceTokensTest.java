package io.clientele.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ServiceTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void knowsWhoSpeaks() {
        String token = tokens(SECRET, "profile-service", NOW).issue();

        assertThat(tokens(SECRET, "funnel-service", NOW).service(token)).contains("profile-service");
    }

    @Test
    void takesNoTokenOfAnotherSecret() {
        String forged = tokens("f" + SECRET, "profile-service", NOW).issue();

        assertThat(tokens(SECRET, "funnel-service", NOW).service(forged)).isEmpty();
    }

    @Test
    void takesNoTokenAfterItsFiveMinutes() {
        String token = tokens(SECRET, "profile-service", NOW).issue();

        assertThat(tokens(SECRET, "funnel-service", NOW.plus(Duration.ofMinutes(5)))
                        .service(token))
                .contains("profile-service");
        assertThat(tokens(SECRET, "funnel-service", NOW.plus(Duration.ofMinutes(6)))
                        .service(token))
                .isEmpty();
    }

    @Test
    void takesNoTokenThatWasIssuedFarAhead() {
        String token =
                tokens(SECRET, "profile-service", NOW.plus(Duration.ofHours(1))).issue();

        assertThat(tokens(SECRET, "funnel-service", NOW).service(token)).isEmpty();
    }

    @Test
    void takesNoUnsignedToken() {
        String issued = tokens(SECRET, "profile-service", NOW).issue();
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        String unsigned = header + issued.substring(issued.indexOf('.'), issued.lastIndexOf('.') + 1);

        assertThat(tokens(SECRET, "funnel-service", NOW).service(unsigned)).isEmpty();
    }

    @Test
    void takesNoTokenWithAnotherSubjectUnderTheSameSignature() {
        String issued = tokens(SECRET, "profile-service", NOW).issue();
        String[] parts = issued.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String other = claims.replace("profile-service", "gateway");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(UTF_8));

        assertThat(other).isNotEqualTo(claims);
        assertThat(tokens(SECRET, "funnel-service", NOW).service(String.join(".", parts)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token", "a.b.c", "..", "Bearer x"})
    void takesNothingElseForAToken(String text) {
        assertThat(tokens(SECRET, "funnel-service", NOW).service(text)).isEmpty();
    }

    @Test
    void withoutSecretNeitherIssuesNorTakesTokens() {
        ServiceTokens without = new ServiceTokens(Optional.empty(), "funnel-service", InstantSource.fixed(NOW));

        assertThat(without.service(tokens(SECRET, "profile-service", NOW).issue()))
                .isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(without::issue)
                .withMessageContaining("clientele.service-secret is not set");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(without::require)
                .withMessageStartingWith("No secret to tell services by: set CLIENTELE_SERVICE_SECRET");
    }

    @Test
    void tellsTheCallerByTheHeaderOfItsRequest() {
        String token = tokens(SECRET, "profile-service", NOW).issue();
        ServiceTokens verifying = tokens(SECRET, "funnel-service", NOW);

        assertThat(verifying.caller("Bearer " + token)).contains("profile-service");
        assertThat(verifying.caller("bearer  " + token)).contains("profile-service");
        assertThat(verifying.caller("Basic " + token)).isEmpty();
        assertThat(verifying.caller(token)).isEmpty();
        assertThat(verifying.caller(null)).isEmpty();
    }

    @Test
    void refusesSecretThatCouldBeGuessed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> tokens(SECRET.substring(1), "funnel-service", NOW))
                .withMessageContaining("clientele.service-secret is too short")
                .withMessageNotContaining(SECRET.substring(1));
    }

    private static ServiceTokens tokens(String secret, String self, Instant now) {
        return new ServiceTokens(Optional.of(secret), self, InstantSource.fixed(now));
    }
}
