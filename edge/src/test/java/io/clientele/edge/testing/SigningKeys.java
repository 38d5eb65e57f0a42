package io.clientele.edge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives the application under test a fresh public key and the issuer that {@link TestTokens} signs for.
 *
 * <p>The private key lies in a file named by a system property, for Quarkus loads this class and a test's classes by
 * different class loaders, which share no static state.
 */
public final class SigningKeys implements QuarkusTestResourceLifecycleManager {

    static final String PRIVATE_KEY = "clientele.test.private-key";
    static final String ISSUER = "https://tokens.clientele.test";

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("clientele-keys");
            KeyPair pair = newPair();
            Path publicKey = write(folder.resolve("public.pem"), "PUBLIC KEY", pair.getPublic());
            Path privateKey = write(folder.resolve("private.pem"), "PRIVATE KEY", pair.getPrivate());
            folder.toFile().deleteOnExit();
            System.setProperty(PRIVATE_KEY, privateKey.toString());
            return Map.of(
                    "mp.jwt.verify.publickey.location",
                    publicKey.toUri().toString(),
                    "mp.jwt.verify.issuer",
                    ISSUER,
                    "clientele.service-secret",
                    "a secret of the tests, with more than 32 bytes");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Before the others: what they say of the services' secret counts. */
    @Override
    public int order() {
        return -1;
    }

    @Override
    public void stop() {
        System.clearProperty(PRIVATE_KEY);
    }

    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has RSA", impossible);
        }
    }

    private static Path write(Path file, String kind, Key key) throws IOException {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n-----END "
                + kind + "-----\n";
        Files.writeString(file, text);
        file.toFile().deleteOnExit();
        return file;
    }
}
