package io.clientele.console;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import io.clientele.console.browser.InChromium;
import io.clientele.console.browser.OpenConsole;
import io.clientele.console.shop.MadeUpShop;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@ExtendWith(InChromium.class)
class FunnelQuarkusTest {

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
    void asksWhatTheFormSaysAndPutsItIntoTheAddress() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("funnel?period=7d");
            button(page, "Remove step 3").click();
            page.getByLabel("Event of step 2").fill("Wishlist, shared");
            page.getByLabel("All steps within").selectOption("P14D");
            page.getByLabel("Broken down by").fill("device.type");
            button(page, "Show the funnel").click();

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("By device.type")))
                    .isVisible();
            assertThat(page).hasURL(Pattern.compile("period=7d.*window=P14D.*by=device.type"));
            page.reload();
            assertThat(page.getByLabel("Event of step 2")).hasValue("Wishlist, shared");
            Map<String, Object> last = inputOf(shop.asked("funnel").getLast());
            assertThat(last).containsEntry("window", "P14D").containsEntry("entity", "CUSTOMER");
            assertThat(last.get("steps"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .extracting("event")
                    .containsExactly("Product Viewed", "Wishlist, shared", "Order Completed");
        }
    }

    @Test
    void makesTheDroppedASegment() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("funnel");
            button(page, "Make the 1,126 dropped a segment").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("1,126 customers got as far as “Product added to the cart”");
            assertThat(dialog.getByLabel("Id")).hasValue("checkout-started-dropped");
            dialog.getByLabel("Name").fill("Left with a full cart");
            dialog.getByLabel("Id").fill("left-cart");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make the segment"))
                    .click();

            assertThat(page).hasURL(Pattern.compile(".*#/segments/left-cart$"));
            Map<String, Object> input = inputOf(shop.asked("segmentFromDropOff").getFirst());
            assertThat(input)
                    .containsEntry("id", "left-cart")
                    .containsEntry("name", "Left with a full cart")
                    .containsEntry("step", 2);
            assertThat(input.get("funnel"))
                    .isEqualTo(inputOf(shop.asked("funnel").getLast()));
        }
    }

    @Test
    void sendsTheSameKeyAgainAfterFailure() {
        shop.refuses("segmentFromDropOff", "INDEX_UNAVAILABLE", "The index does not answer.");
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("funnel");
            button(page, "Make the 2,252 dropped a segment").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            Locator make =
                    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make the segment"));
            make.click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("INDEX_UNAVAILABLE");
            shop.recovers("segmentFromDropOff");
            make.click();

            assertThat(page).hasURL(Pattern.compile(".*#/segments/product-added-dropped$"));
            assertThat(shop.asked("segmentFromDropOff").stream()
                            .map(asked -> inputOf(asked).get("key"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void offersNoSegmentOfSessionsNorToAnAnalyst() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("funnel?entity=SESSION");
            assertThat(page.getByText("1,126 dropped here")).isVisible();
            assertThat(page.getByText("dropped a segment")).hasCount(0);
        }
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("funnel", "analyst");
            assertThat(page.getByText("1,126 dropped here")).isVisible();
            assertThat(page.getByText("dropped a segment")).hasCount(0);
        }
    }

    @SuppressWarnings("unchecked") // as the schema says
    private static Map<String, Object> inputOf(Map<String, Object> arguments) {
        return (Map<String, Object>) Objects.requireNonNull(arguments.get("input"));
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
