package io.clientele.edge.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;

/** A provider as shops have one: a key set at an address, and roles where it keeps them. */
public final class IdentityProvider implements QuarkusTestResourceLifecycleManager {

    private static final String ISSUER = "https://login.shop.test/realms/shop";
    private static final String KEY = "clientele.test.provider-key";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final HttpServer server;

    /** Keeps nothing until it is started. */
    public IdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @Override
    public Map<String, String> start() {
        RsaJsonWebKey key = newKey();
        byte[] keySet = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
        server.createContext("/certs", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keySet.length);
            exchange.getResponseBody().write(keySet);
            exchange.close();
        });
        server.start();
        // By a system property: the test's class loader shares no static state with this one.
        System.setProperty(KEY, key.toJson(RsaJsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        return Map.of(
                "mp.jwt.verify.publickey.location",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/certs",
                "mp.jwt.verify.issuer",
                ISSUER,
                "smallrye.jwt.path.groups",
                "realm_access/roles");
    }

    @Override
    public void stop() {
        System.clearProperty(KEY);
        server.stop(0);
    }

    /** A token of the provider. */
    static String token(String role) {
        return signed(role, ownKey(), LIFE);
    }

    /** A token that a key signs which only calls itself the provider's. */
    static String forged(String role) {
        RsaJsonWebKey key = newKey();
        key.setKeyId(ownKey().getKeyId());
        return signed(role, key, LIFE);
    }

    /** A token that is past its life, and past what clocks may differ. */
    static String expired(String role) {
        return signed(role, ownKey(), LIFE.negated());
    }

    private static String signed(String role, RsaJsonWebKey key, Duration life) {
        return Jwt.issuer(ISSUER)
                .subject("9f2c")
                .claim("realm_access", Map.of("roles", List.of(role)))
                .expiresIn(life)
                .jws()
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
    }

    private static RsaJsonWebKey ownKey() {
        try {
            return (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(System.getProperty(KEY));
        } catch (JoseException impossible) {
            throw new IllegalStateException(
                    "Annotate the test with @WithTestResource(IdentityProvider.class)", impossible);
        }
    }

    private static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("2026-11");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException("Every Java platform has RSA", impossible);
        }
    }
}
