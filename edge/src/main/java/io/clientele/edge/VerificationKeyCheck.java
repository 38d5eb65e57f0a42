package io.clientele.edge;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Refuses to start without the means to verify a token.
 *
 * <p>Left to itself the JWT library notices at the first request, long after a deployment was taken for good.
 */
@ApplicationScoped
class VerificationKeyCheck {

    private final Optional<String> location;
    private final Optional<String> issuer;

    @Inject
    VerificationKeyCheck(
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location,
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer) {
        this.location = location;
        this.issuer = issuer;
    }

    /** Before any other part of the service begins its work, for it may not begin at all. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        String key = location.filter(value -> !value.isBlank())
                .orElseThrow(() -> new ConfigurationException("No key to verify tokens with: set"
                        + " MP_JWT_VERIFY_PUBLICKEY_LOCATION to a PEM or JWK file, or to an https address."));
        if (key.startsWith("/") || key.startsWith("file:")) {
            Path file = key.startsWith("/") ? Path.of(key) : Path.of(URI.create(key));
            if (!Files.isReadable(file)) {
                throw new ConfigurationException(
                        "The key to verify tokens with cannot be read: MP_JWT_VERIFY_PUBLICKEY_LOCATION names " + key
                                + ".");
            }
        }
        if (issuer.filter(value -> !value.isBlank()).isEmpty()) {
            throw new ConfigurationException(
                    "No issuer to accept tokens of: set MP_JWT_VERIFY_ISSUER to the tokens' iss claim.");
        }
    }
}
