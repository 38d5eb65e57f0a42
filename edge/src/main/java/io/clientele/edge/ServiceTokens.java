package io.clientele.edge;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The tokens that services show each other: JWTs that say which service speaks, signed (HS256) with the secret that all
 * services of an installation share. They have nothing to do with the users' tokens and their issuer: neither is taken
 * for the other.
 *
 * <p>Without {@code clientele.service-secret} a service takes nobody's token and can issue none; one that needs either says
 * so by {@link #require}.
 */
@Startup // a wrong secret stops the start, not the first request
@ApplicationScoped
public class ServiceTokens {

    /**
     * The header by which a service that passes on a user's request shows its own token: the bare token, no scheme. {@code
     * Authorization} holds the user's.
     */
    public static final String HEADER = "Clientele-Service";

    /** How long a token is good. */
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(ServiceTokens.class);
    private static final String AUDIENCE = "clientele-services";
    private static final String BEARER = "Bearer ";
    private static final int SECRET_BYTES = 32;
    private static final int CLOCK_SKEW_SECONDS = 30;

    private final Optional<HmacKey> key;
    private final String self;
    private final InstantSource clock;

    @Inject
    ServiceTokens(
            @ConfigProperty(name = "clientele.service-secret") Optional<String> secret,
            @ConfigProperty(name = "quarkus.application.name") String self) {
        this(secret, self, InstantSource.system());
    }

    ServiceTokens(Optional<String> secret, String self, InstantSource clock) {
        this.key = secret.map(ServiceTokens::key);
        this.self = self;
        this.clock = clock;
    }

    private static HmacKey key(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SECRET_BYTES) {
            throw new ConfigurationException("clientele.service-secret is too short: it needs at least " + SECRET_BYTES
                    + " bytes, as 'openssl rand -base64 32' gives them.");
        }
        return new HmacKey(bytes);
    }

    /**
     * Refuses to go on without a secret.
     *
     * @throws ConfigurationException in one sentence
     */
    public void require() {
        if (key.isEmpty()) {
            throw new ConfigurationException("No secret to tell services by: set CLIENTELE_SERVICE_SECRET to at least "
                    + SECRET_BYTES + " bytes, the same for all services, as 'openssl rand -base64 32' gives them.");
        }
    }

    /** Whether {@code clientele.service-secret} is set, so that this service can say who it is. */
    public boolean canIssue() {
        return key.isPresent();
    }

    /**
     * A token that says that this service speaks, good for {@link #VALIDITY} from now.
     *
     * @throws IllegalStateException if {@code clientele.service-secret} is not set
     */
    public String issue() {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setSubject(self);
        claims.setAudience(AUDIENCE);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(VALIDITY).getEpochSecond()));
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKey(key.orElseThrow(() ->
                new IllegalStateException("clientele.service-secret is not set: this service cannot call another")));
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("a key of 32 bytes signs HS256", impossible);
        }
    }

    /** The name of the service that speaks, by the header {@code Authorization} of its request; nothing likewise. */
    public Optional<String> caller(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(value -> service(value.substring(BEARER.length()).strip()));
    }

    /** The name of the service that a token speaks for; nothing if it is expired, forged, a user's or no token at all. */
    public Optional<String> service(String token) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        JwtConsumer verifier = new JwtConsumerBuilder()
                .setVerificationKey(key.get())
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setMaxFutureValidityInMinutes((int) VALIDITY.toMinutes())
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .build();
        try {
            return Optional.of(verifier.processToClaims(token).getSubject());
        } catch (InvalidJwtException | MalformedClaimException refused) {
            LOG.debugf("A service token is refused: %s", refused.getMessage());
            return Optional.empty();
        }
    }
}
