package io.clientele.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

import io.clientele.console.browser.InChromium;
import io.clientele.console.browser.OpenConsole;
import io.clientele.console.shop.MadeUpShop;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Every view, in both languages: no violation that axe finds, the language told, and nothing wider than a telephone. */
@QuarkusTest
@ExtendWith(InChromium.class)
class AccessibilityQuarkusTest {

    private static final List<String> VIEWS = List.of(
            "overview",
            "funnel?by=channel",
            "customers",
            "customers/customer-915",
            "customers/nobody",
            "rfm",
            "rfm?by=revenue",
            "segments",
            "segments/heavy-carters",
            "campaigns",
            "campaigns/new?segment=heavy-carters",
            "campaigns/playbook",
            "campaigns/won-back",
            "campaigns/unfinished?dry=run-1");

    @TestHTTPResource
    String address;

    @Inject
    MadeUpShop shop;

    private Browser browser;

    @BeforeEach
    void begin(Browser started) {
        browser = started;
        shop.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void violatesNothing(String language) {
        Map<String, List<String>> violations = new LinkedHashMap<>();
        try (OpenConsole console = OpenConsole.wide(browser, address, language)) {
            Page page = console.enter("overview");
            assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo(language);
            for (String view : VIEWS) {
                console.go(view);
                console.settled();
                console.picture(language + "-" + view.replaceAll("\\W", "_"));
                violations.put(view, violations(page));
            }
        }
        assertThat(violations).allSatisfy((view, found) -> assertThat(found).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void fitsATelephone(String language) {
        Map<String, Object> widths = new LinkedHashMap<>();
        try (OpenConsole console = OpenConsole.narrow(browser, address, language)) {
            Page page = console.enter("overview");
            for (String view : VIEWS) {
                console.go(view);
                console.settled();
                console.picture("narrow-" + language + "-" + view.replaceAll("\\W", "_"));
                widths.put(view, page.evaluate("() => document.documentElement.scrollWidth"));
            }
        }
        assertThat(widths).allSatisfy((view, width) -> assertThat(width).isEqualTo(380));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void violatesNothingInDialogs(String language) {
        Map<String, String> openers = Map.of(
                "funnel",
                ".loss button",
                "campaigns",
                ".switch > button",
                "campaigns/won-back",
                ".panel .buttons .danger");
        Map<String, List<String>> violations = new LinkedHashMap<>();
        try (OpenConsole console = OpenConsole.wide(browser, address, language)) {
            Page page = console.enter("overview");
            openers.forEach((view, opener) -> {
                console.go(view);
                page.locator(opener).first().click();
                page.locator("dialog[open]").waitFor();
                console.picture(language + "-dialog-" + view.replaceAll("\\W", "_"));
                violations.put(view, violations(page));
                page.keyboard().press("Escape");
            });
        }
        assertThat(violations).allSatisfy((view, found) -> assertThat(found).isEmpty());
    }

    @Test
    void leadsByKeyboardAlone() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("overview");
            console.settled();
            page.locator("body").press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to the content");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("content");

            page.locator("nav a", new Page.LocatorOptions().setHasText("Segments"))
                    .focus();
            page.keyboard().press("Enter");
            console.settled();
            assertThat(focused(page)).isEqualTo("Segments");
            assertThat(page.evaluate("() => document.activeElement.tagName")).isEqualTo("H1");
            assertThat(page.title()).isEqualTo("Segments – Clientele");
        }
    }

    private static Object focused(Page page) {
        return page.evaluate("() => document.activeElement.textContent.trim()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void violatesNothingBeforeSigningIn(String language) {
        try (OpenConsole console = OpenConsole.wide(browser, address, language)) {
            Page page = console.open("/");
            console.settled();
            console.picture(language + "-signin");

            assertThat(violations(page)).isEmpty();
        }
    }

    private static List<String> violations(Page page) {
        // Without frames there is nothing to gather in a page of its own, which takes most of the time.
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getHtml()))
                                        .toList())
                        .toList();
    }
}
