package io.clientele.edge.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.eclipse.microprofile.config.ConfigProvider;

import io.clientele.edge.ServiceTokens;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Tokens for tests; the good ones are accepted by an application that runs with {@link SigningKeys}. */
public final class TestTokens {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private TestTokens() {}

    /** A valid token of a user with these roles. */
    public static String token(String... roles) {
        return claims(Instant.now(), roles).sign(privateKeyFile());
    }

    /** A valid token of this user with a role. */
    public static String ofUser(String user, String role) {
        return claims(Instant.now(), role).upn(user).subject(user).sign(privateKeyFile());
    }

    /** A token that was valid until an hour ago. */
    public static String expired(String... roles) {
        return claims(Instant.now().minus(LIFE).minus(Duration.ofHours(1)), roles)
                .sign(privateKeyFile());
    }

    /** A token signed by another key. */
    public static String forged(String... roles) {
        return claims(Instant.now(), roles).sign(SigningKeys.newPair().getPrivate());
    }

    /** A token signed by the right key for another issuer. */
    public static String ofAnotherIssuer(String... roles) {
        return claims(Instant.now(), roles).issuer("https://elsewhere.test").sign(privateKeyFile());
    }

    /** The token by which a service shows itself to the application under test, as that is configured. */
    public static String ofService(String service) {
        return Jwt.subject(service)
                .audience("clientele-services")
                .expiresIn(ServiceTokens.VALIDITY)
                .signWithSecret(ConfigProvider.getConfig().getValue("clientele.service-secret", String.class));
    }

    private static JwtClaimsBuilder claims(Instant issuedAt, String... roles) {
        return Jwt.issuer(SigningKeys.ISSUER)
                .upn("tester")
                .subject("tester")
                .groups(Set.of(roles))
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plus(LIFE));
    }

    private static String privateKeyFile() {
        String file = System.getProperty(SigningKeys.PRIVATE_KEY);
        if (file == null) {
            throw new IllegalStateException("Annotate the test with @WithTestResource(SigningKeys.class)");
        }
        return file;
    }
}
