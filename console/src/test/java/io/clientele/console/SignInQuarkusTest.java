package io.clientele.console;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import io.clientele.console.browser.InChromium;
import io.clientele.console.browser.OpenConsole;
import io.clientele.console.browser.Tokens;
import io.clientele.console.shop.MadeUpShop;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@ExtendWith(InChromium.class)
class SignInQuarkusTest {

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

    @Test
    void asksForTokenAndNothingElseUntilThereIsOne() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.open("/#/customers");
            assertThat(heading(page, "Sign in")).isVisible();
            assertThat(shop.asked("customers")).isEmpty();

            page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true))
                    .fill("nonsense");
            button(page, "Enter").click();
            assertThat(page.getByRole(AriaRole.ALERT).last()).containsText("That is not a token");

            page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true))
                    .fill(Tokens.of("marketer"));
            button(page, "Enter").click();
            assertThat(heading(page, "Customers")).isFocused();
            assertThat(page.getByText("customer-915", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
    }

    @Test
    void takesTokenOutOfTheAddress() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.open("/#token=" + Tokens.of("marketer"));

            assertThat(heading(page, "Overview")).isVisible();
            assertThat(page.url()).doesNotContain("token");
            page.goBack();
            assertThat(page.url()).doesNotContain("token");
        }
    }

    @Test
    void asksAgainOnceTheTokenHasExpired() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.open("/#token=" + Tokens.expired());

            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("has expired");
            assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
            console.forgive("401");
        }
    }

    @Test
    void forgetsTokenOnSigningOut() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("rfm");
            button(page, "Sign out").click();

            assertThat(heading(page, "Sign in")).isVisible();
            assertThat(page.evaluate("() => sessionStorage.length")).isEqualTo(0);
        }
    }

    @Test
    void speaksTheOtherLanguageAndRemembersIt() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("segments");
            button(page, "中文").click();

            assertThat(heading(page, "人群")).isVisible();
            assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo("zh-CN");
            page.reload();
            assertThat(heading(page, "人群")).isVisible();
        }
    }

    private static Locator heading(Page page, String words) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(words).setLevel(1).setExact(true));
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
