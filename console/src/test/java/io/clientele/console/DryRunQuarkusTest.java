package io.clientele.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

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
import io.clientele.console.shop.DryRuns;
import io.clientele.console.shop.MadeUpShop;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What can be tried of a campaign before it is launched. */
@QuarkusTest
@ExtendWith(InChromium.class)
class DryRunQuarkusTest {

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
    void runsOverTheLastDaysOfTheDataAndTellsWhatCameOut() {
        AtomicReference<Map<String, Object>> run = new AtomicReference<>(DryRuns.at("RUNNING", 0.25));
        shop.answers("dryRun", ask -> run.get());
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/unfinished");
            Locator panel = region(page, "Dry run");
            button(panel, "Start a dry run").click();
            assertThat(panel).containsText("25% of the past has been gone through.");
            console.picture("en-GB-dry-running");

            run.set(DryRuns.done("AUDIENCE_OF_TODAY"));
            assertThat(panel).containsText("it would have sent 247 messages.");
            assertThat(panel).containsText("¥7,410.00");
            assertThat(panel).containsText("the members of today were taken");
            assertThat(panel).containsText("did meanwhile what makes it needless");
            panel.getByText("The numbers as a table").click();
            assertThat(panel.locator("figure tbody td")).hasText(new String[] {"120", "96", "0", "31"});
            assertThat(page).hasURL(Pattern.compile(".*#/campaigns/unfinished\\?dry=run-1$"));
        }
        // The shop's last visitor came on 9 November in the browser's zone.
        assertThat(input("startDryRun"))
                .containsEntry("campaign", "unfinished")
                .containsEntry("from", "2026-10-10T16:00:00.000Z")
                .containsEntry("to", "2026-11-09T16:00:00.000Z")
                .containsKey("key");
    }

    @Test
    void isStoppedOnDemand() {
        AtomicReference<Map<String, Object>> run = new AtomicReference<>(DryRuns.at("RUNNING", 0.5));
        shop.answers("dryRun", ask -> run.get());
        shop.answers("cancelDryRun", ask -> {
            run.set(DryRuns.at("CANCELLED", 0.5));
            return run.get();
        });
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/won-back?dry=run-1");
            button(region(page, "Dry run"), "Stop the dry run").click();

            assertThat(region(page, "Dry run")).containsText("The dry run was stopped.");
            assertThat(shop.asked("cancelDryRun")).containsExactly(Map.of("id", DryRuns.ID));
        }
    }

    @Test
    void tellsWhyItFailedAndStartsAgain() {
        shop.answers("dryRun", ask -> DryRuns.failed("TOO_MUCH_TO_READ"));
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/won-back?dry=run-1");
            Locator panel = region(page, "Dry run");
            assertThat(panel).containsText("take a shorter time");
            console.picture("en-GB-dry-failed");

            shop.refuses("startDryRun", "INVALID_RANGE", "from has to be before to.");
            button(panel, "Start a dry run").click();
            assertThat(panel.getByRole(AriaRole.ALERT)).containsText("INVALID_RANGE");
            button(panel, "Start a dry run").click();
            assertThat(panel.getByRole(AriaRole.ALERT)).containsText("INVALID_RANGE");
        }
        List<Map<String, Object>> asked = shop.asked("startDryRun");
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst()).isEqualTo(asked.getLast());
    }

    @Test
    void saysIfTheRunIsGone() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/won-back?dry=gone", "analyst");

            assertThat(region(page, "Dry run")).containsText("This dry run is no longer there.");
            assertThat(button(region(page, "Dry run"), "Start a dry run")).hasCount(0);
        }
    }

    @Test
    void sendsOneCustomerTheVariantAsTest() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/won-back");
            Locator panel = region(page, "Send a test");
            panel.getByLabel("Customer").fill("customer-915");
            panel.getByLabel("Variant").selectOption("b");
            button(panel, "Send the test").click();

            assertThat(panel.getByRole(AriaRole.STATUS)).containsText("Your cart is waiting.");
            console.picture("en-GB-test-sent");
            assertThat(input("sendTest"))
                    .containsEntry("campaign", "won-back")
                    .containsEntry("customer", "customer-915")
                    .containsEntry("variant", "b");

            shop.refuses("sendTest", "UNKNOWN_CUSTOMER", "Nobody is known by this id.");
            panel.getByLabel("Customer").fill("nobody");
            button(panel, "Send the test").click();
            assertThat(panel.getByRole(AriaRole.ALERT)).containsText("UNKNOWN_CUSTOMER");
            assertThat(panel.getByRole(AriaRole.STATUS)).hasCount(0);
        }
    }

    @SuppressWarnings("unchecked") // as the schema says
    private Map<String, Object> input(String mutation) {
        return (Map<String, Object>)
                Objects.requireNonNull(shop.asked(mutation).getLast().get("input"));
    }

    private static Locator region(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String words) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true));
    }
}
