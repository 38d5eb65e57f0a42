package io.clientele.command.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;

import io.clientele.command.home.Home;

import static org.assertj.core.api.Assertions.assertThat;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void verifiesWithThePublicKeyThatServicesRead() throws Exception {
        AccessKeys keys = keys();

        SignedJWT token = SignedJWT.parse(tokens(keys).issue(Role.ANALYST, "analyst", Duration.ofHours(24)));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.verify(new RSASSAVerifier(publicKey(keys)))).isTrue();
    }

    @Test
    void saysWhoMayDoWhatAndUntilWhen() throws Exception {
        SignedJWT token = SignedJWT.parse(tokens(keys()).issue(Role.SHOPPER, "customer-7", Duration.ofHours(2)));

        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(AccessKeys.ISSUER);
        assertThat(claims.getSubject()).isEqualTo("customer-7");
        assertThat(claims.getStringListClaim("groups")).isEqualTo(List.of("shopper"));
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(Duration.ofHours(2))));
    }

    @Test
    void isRefusedByTheKeyOfAnotherFolder(@TempDir Path other) throws Exception {
        SignedJWT token = SignedJWT.parse(tokens(keys()).issue(Role.ADMIN, "admin", Duration.ofHours(1)));

        assertThat(token.verify(new RSASSAVerifier(publicKey(new AccessKeys(new Home(other).create())))))
                .isFalse();
    }

    @Test
    void speaksToServicesWithTheirSecretForFiveMinutes() throws Exception {
        AccessKeys keys = keys();

        SignedJWT token = SignedJWT.parse(tokens(keys).issueToServices("command"));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(token.verify(new MACVerifier(keys.serviceSecret()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("command");
        assertThat(claims.getAudience()).isEqualTo(List.of("clientele-services"));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(300)));
    }

    private AccessKeys keys() {
        return new AccessKeys(new Home(folder).create());
    }

    private static Tokens tokens(AccessKeys keys) {
        return new Tokens(keys, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static RSAPublicKey publicKey(AccessKeys keys) throws Exception {
        return parse(keys.publicKeyFile());
    }

    private static RSAPublicKey parse(Path pem) throws IOException, java.security.GeneralSecurityException {
        X509EncodedKeySpec encoded = new X509EncodedKeySpec(Pem.decode(Files.readString(pem)));
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded);
    }
}
