package io.clientele.localstack;

import java.nio.file.Path;

/** Where the checkout is whose build assembled the servers. */
final class Checkout {

    private static final String PROPERTY = "clientele.root";

    private Checkout() {}

    static Path root() {
        String root = System.getProperty(PROPERTY, "");
        if (root.isEmpty()) {
            throw new LocalStackException(
                    LocalStackException.Code.NOT_ASSEMBLED,
                    "The system property " + PROPERTY
                            + " does not name the checkout that holds the assembled servers.");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }
}
