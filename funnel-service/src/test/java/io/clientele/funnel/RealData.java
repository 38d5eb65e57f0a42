package io.clientele.funnel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the real shops' files are: the folder that CLIENTELE_DATA names, else {@code ../shared/data} of the checkout. */
public final class RealData {

    private static final String VARIABLE = "CLIENTELE_DATA";

    private RealData() {}

    /** The path of a file. */
    public static Path file(String name) {
        return folder().resolve(name);
    }

    /** For conditions of tests: in CI the data must be there, and a test without it fails. */
    public static boolean isThereOrMustBe() {
        return "true".equals(System.getenv("CI")) || Files.isDirectory(folder());
    }

    private static Path folder() {
        Path root = Path.of(System.getProperty("clientele.root"));
        return Optional.ofNullable(System.getenv(VARIABLE))
                .map(root::resolve)
                .orElseGet(() -> root.resolve("../shared/data"))
                .normalize();
    }
}
