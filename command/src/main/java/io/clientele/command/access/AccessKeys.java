package io.clientele.command.access;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.command.home.PrivateFiles;

/** The keys of one data folder; each is made when it is first asked for. */
public final class AccessKeys {
    /** In every token, and demanded by every service. */
    public static final String ISSUER = "https://clientele.local";

    private static final int RSA_BITS = 2048;
    private static final int SECRET_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Home home;

    public AccessKeys(Home home) {
        this.home = home;
    }

    /** The key of the collection API, {@code wk_} and 32 characters. */
    public String writeKey() throws IOException {
        return PrivateFiles.readOrCreate(home.keys().resolve("write-key"), () -> "wk_" + secret());
    }

    /** What the services sign the tokens with that they show each other, 32 characters. */
    public String serviceSecret() throws IOException {
        return PrivateFiles.readOrCreate(home.keys().resolve("service-secret"), AccessKeys::secret);
    }

    /** What the links to unsubscribe are signed with, 32 characters. */
    public String unsubscribeSecret() throws IOException {
        return PrivateFiles.readOrCreate(home.keys().resolve("unsubscribe-secret"), AccessKeys::secret);
    }

    /** The password of a database login. */
    public String databasePassword(String database) throws IOException {
        return PrivateFiles.readOrCreate(home.keys().resolve("database-" + database), AccessKeys::secret);
    }

    /** Signs tokens; the services never see it. */
    RSAPrivateCrtKey privateKey() throws IOException {
        Path file = home.keys().resolve("token-private.pem");
        String pem = PrivateFiles.readOrCreate(file, AccessKeys::freshPrivateKey);
        try {
            PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Pem.decode(pem));
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
        } catch (InvalidKeySpecException | IllegalArgumentException e) {
            throw CommandFailure.failed(file + " is not an RSA private key; delete it to have a new one made", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /**
     * The file that the services check tokens with. It is derived from the private key at each call, so that the two can
     * never differ.
     */
    public Path publicKeyFile() throws IOException {
        RSAPrivateCrtKey key = privateKey();
        Path file = home.keys().resolve("token-public.pem");
        try {
            RSAPublicKeySpec numbers = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            byte[] encoded =
                    KeyFactory.getInstance("RSA").generatePublic(numbers).getEncoded();
            PrivateFiles.write(file, Pem.encode("PUBLIC KEY", encoded));
            return file;
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException("a public key follows from its private one", e);
        }
    }

    private static String freshPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return Pem.encode(
                    "PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
