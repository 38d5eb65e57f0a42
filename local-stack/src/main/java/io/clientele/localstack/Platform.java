package io.clientele.localstack;

import java.util.Locale;

/** The platforms that the servers' binaries exist for. */
record Platform(String system, String architecture) {

    static Platform current() {
        return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    void requireSupported() {
        boolean linux = system.toLowerCase(Locale.ROOT).equals("linux");
        boolean x64 = architecture.equals("amd64") || architecture.equals("x86_64");
        if (!linux || !x64) {
            throw new LocalStackException(
                    LocalStackException.Code.UNSUPPORTED_PLATFORM,
                    "The local stack runs on Linux x86-64 only, and this is %s %s; point the services at an Elasticsearch and a PostgreSQL of your own."
                            .formatted(system, architecture));
        }
    }
}
