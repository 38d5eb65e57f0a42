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
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Issues the JWTs that the GraphQL endpoints ask for: RS256, the role in {@code groups}. */
public final class Tokens {
    /** How long a token is good unless told otherwise. */
    public static final Duration DEFAULT_VALIDITY = Duration.ofHours(24);

    private final AccessKeys keys;
    private final Clock clock;

    public Tokens(AccessKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Issues a token.
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
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(keys.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA key signs RS256", e);
        }
        return token.serialize();
    }
}
