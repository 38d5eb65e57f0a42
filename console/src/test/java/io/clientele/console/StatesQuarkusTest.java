package io.clientele.console;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
import io.clientele.console.shop.MadeUpShop;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

/** What operators see while something is loading, where there is nothing, and when something fails. */
@QuarkusTest
@ExtendWith(InChromium.class)
class StatesQuarkusTest {

    /**
     * A view.
     *
     * @param field the one that is not answered
     * @param shown what tells that it was
     */
    private record View(String address, String field, String shown) {}

    private static final List<View> VIEWS = List.of(
            new View("overview", "churnWatch", "customer-915"),
            new View("funnel", "funnel", "4,504"),
            new View("customers", "customers", "customer-915"),
            new View("customers/customer-915", "customer", "worth-winning-back"),
            new View("rfm", "rfm", "275"),
            new View("segments", "segments", "Heavy carters"),
            new View("segments/heavy-carters", "segment", "112"),
            new View("campaigns", "campaigns", "Win heavy carters back"),
            new View("campaigns/won-back", "campaign", "30 minutes after"),
            new View("campaigns/unfinished?dry=run-1", "dryRun", "247 messages"));

    private static final Map<String, Object> NOBODY = Map.of(
            "totalCount", 0, "pageInfo", Map.of("hasNextPage", false, "hasPreviousPage", false), "edges", List.of());

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
    void showsSkeletonUntilTheAnswerComes() {
        inEachView((console, view) -> {
            shop.holds(view.field());
            Page page = console.go(view.address());
            assertThat(page.locator(".skeleton").first()).isVisible();
            assertThat(page.locator(".skeleton").first()).containsText("Loading");

            shop.letsGo(view.field());
            console.settled();
            assertThat(page.locator("main")).containsText(view.shown());
        });
    }

    @Test
    void tellsFailureWithItsCodeAndRecoversOnRetry() {
        inEachView((console, view) -> {
            shop.refuses(view.field(), "SUBGRAPH_UNAVAILABLE", "Service profile does not answer.");
            Page page = console.go(view.address());
            Locator alert = page.getByRole(AriaRole.ALERT).first();
            assertThat(alert).containsText("The service that knows this does not answer.");
            assertThat(alert).containsText("SUBGRAPH_UNAVAILABLE");
            assertThat(alert).containsText("profile");

            shop.recovers(view.field());
            alert.getByRole(AriaRole.BUTTON).click();
            console.settled();
            assertThat(page.locator("main")).containsText(view.shown());
            assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        });
    }

    /** One window for all, as a new one takes longer than most views; each view says for itself whether it fails. */
    private void inEachView(BiConsumer<OpenConsole, View> test) {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            console.enter("customers/nobody");
            assertAll(VIEWS.stream().map(view -> () -> {
                shop.reset();
                assertDoesNotThrow(() -> test.accept(console, view), view.address());
            }));
        }
    }

    @Test
    void saysWhatToDoWhereThereIsNothing() {
        shop.answers("customers", ask -> NOBODY);
        shop.answers("segments", ask -> List.of());
        shop.answers("rfm", ask -> List.of());
        shop.answers(
                "funnel",
                ask -> Map.of(
                        "steps", List.of(Map.of("name", "Product Viewed", "count", 0)), "breakdownTruncated", false));
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("customers");
            assertThat(page.getByText("No customers yet")).isVisible();
            console.go("customers?tier=LOYAL");
            assertThat(page.getByText("No customer fits")).isVisible();
            console.go("rfm");
            assertThat(page.getByText("Nobody has ordered within a year")).isVisible();
            console.go("funnel");
            assertThat(page.getByText("Nobody took the first step")).isVisible();
            console.go("segments");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the funnel"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*#/funnel$"));
        }
    }

    @Test
    void showsWhatCameIfPartOfTheAnswerFailed() {
        shop.answers(
                "sales",
                ask -> "before".equals(ask.getField().getAlias())
                        ? MadeUpShop.refusal(ask, "SEARCH_OVERLOADED", "Too much to do.")
                        : Map.of(
                                "customers",
                                5,
                                "orders",
                                6,
                                "eventsWithoutOrder",
                                0,
                                "exact",
                                true,
                                "revenue",
                                List.of(),
                                "averageOrderValue",
                                List.of()));
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("overview");
            assertThat(page.getByText("Some of this could not be loaded.")).isVisible();
            assertThat(page.locator(".figures")).containsText("6");
        }
    }

    @Test
    void survivesAnUnreachableGateway() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            console.enter("rfm");
            console.settled();
            console.page().route("**/graphql", route -> route.abort());
            Page page = console.go("segments");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The platform cannot be reached.");
            console.forgive("ERR_FAILED");

            page.unroute("**/graphql");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                    .click();
            assertThat(page.locator("main")).containsText("Heavy carters");
        }
    }

    @Test
    void tellsWhoMayNotLook() {
        shop.refuses("rfm", "FORBIDDEN", "Role shopper may not.");
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("rfm", "shopper");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Your token does not allow this.");
            assertThat(page.locator(".who")).containsText("may look only");
        }
    }
}
