package io.clientele.funnel;

import java.time.Duration;

import io.smallrye.jwt.build.Jwt;

/** Tokens of other services, as the service under test takes them. */
public final class ServiceToken {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private ServiceToken() {}

    public static String of(String service) {
        return of(service, StackResource.SERVICE_SECRET);
    }

    public static String of(String service, String secret) {
        return Jwt.subject(service)
                .audience("clientele-services")
                .expiresIn(LIFE)
                .signWithSecret(secret);
    }
}
