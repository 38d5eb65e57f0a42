package io.clientele.console.browser;

import java.util.Optional;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import com.microsoft.playwright.Browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Gives tests the one Chromium of this run. Where none is installed they are skipped, and in CI they fail.
 */
public final class InChromium implements BeforeAllCallback, ParameterResolver {

    private static final Namespace SPACE = Namespace.create(InChromium.class);

    private record Started(Optional<Chromium> chromium) implements AutoCloseable {

        @Override
        public void close() {
            chromium.ifPresent(Chromium::close);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (started(context).chromium().isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                fail("Chromium is needed and not installed.");
            }
            abort("Chromium is not installed.");
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return started(context).chromium().orElseThrow().browser();
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent(Started.class, key -> new Started(Chromium.start()), Started.class);
    }
}
