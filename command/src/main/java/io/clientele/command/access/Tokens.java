package io.clientele.command.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.clientele.command.home.CommandFailure;

/** Issues the JWTs that the services ask for. */
public final class Tokens {
    /** How long a token is good unless told otherwise. */
    public static final Duration DEFAULT_VALIDITY = Duration.ofHours(24);

    private static final Duration SERVICE_VALIDITY = Duration.ofMinutes(5);
    private static final String SERVICES = "clientele-services";

    private final AccessKeys keys;
    private final Clock clock;

    public Tokens(AccessKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Issues a token for the GraphQL endpoints: RS256, the role in {@code groups}.
     *
     * @param subject who it speaks for; a shopper's is the customer's id
     * @param validity positive
     */
    public String issue(Role role, String subject, Duration validity) throws IOException {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(AccessKeys.ISSUER)
                .subject(subject)
                .claim("upn", subject)
                .claim("groups", List.of(role.word()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validity)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return signed(JWSAlgorithm.RS256, claims, new RSASSASigner(keys.privateKey()));
    }

    /**
     * Issues a token for the services' internal endpoints, as services show it to each other: HS256, good for 5 minutes.
     *
     * @param self the name that the call is known by
     */
    public String issueToServices(String self) throws IOException {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(self)
                .audience(SERVICES)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(SERVICE_VALIDITY)))
                .build();
        try {
            return signed(JWSAlgorithm.HS256, claims, new MACSigner(keys.serviceSecret()));
        } catch (KeyLengthException e) {
            throw CommandFailure.failed(
                    "the service secret of this folder is too short; './clientele reset' renews it", e);
        }
    }

    private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims, JWSSigner signer) {
        JWSHeader header =
                new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of its kind signs " + algorithm, e);
        }
        return token.serialize();
    }
}
