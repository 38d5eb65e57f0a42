package io.clientele.system.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;

import io.clientele.console.browser.InChromium;
import io.clientele.console.browser.OpenConsole;
import io.clientele.edge.testing.TestTokens;
import io.clientele.localstack.ServiceProcess;
import io.clientele.system.Caller;
import io.clientele.system.ServiceStack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.clientele.system.Caller.message;

/** An operator's whole way: the shop's events, the funnel, those who dropped, their segment, a campaign for it, what came of it. */
@ExtendWith(InChromium.class)
class ConsoleIT {

    private static final String CAMPAIGN = "campaign";

    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(60_000);

    /** So many of the shoppers, from the first on, did this. */
    private record Step(String event, int shoppers) {}

    private static final List<Step> STEPS = List.of(
            new Step("Product Viewed", 60),
            new Step("Product Added", 40),
            new Step("Checkout Started", 25),
            new Step("Order Completed", 15));

    private final Instant begin = Instant.now().minus(Duration.ofDays(1));

    @AutoClose
    private ServiceStack stack;

    private ServiceProcess gateway;
    private Caller shop;

    @BeforeEach
    void start() throws Exception {
        stack = ServiceStack.start("console", 1);
        shop = new Caller(stack);
        stack.postgres().createDatabase(CAMPAIGN, CAMPAIGN, CAMPAIGN);
        ServiceProcess campaigns = stack.start("campaign-service", campaignSettings());
        gateway = stack.start(
                "gateway",
                Map.of(
                        "CLIENTELE_SERVICES_FUNNEL_URL",
                                stack.funnel().address().toString(),
                        "CLIENTELE_SERVICES_PROFILE_URL",
                                stack.profiles().getFirst().address().toString(),
                        "CLIENTELE_SERVICES_CAMPAIGN_URL", campaigns.address().toString()));
    }

    @Test
    void operatorGoesFromTheFunnelToTheResultOfCampaignForThoseWhoDropped(Browser browser) {
        importTheShopsEvents();
        try (OpenConsole console = OpenConsole.wide(browser, gateway.address().toString(), "en-GB")) {
            Page page = console.enterWith(TestTokens.token("marketer"), "overview");
            assertThat(page.locator(".figures")).containsText("15");
            makeSegmentOfThoseWhoDropped(page);
            console.picture("story-segment");

            launchAnOfferTo(page);
            console.picture("story-campaign");

            Locator contacted = contacted(page);
            assertThat(contacted.first()).isVisible(PATIENTLY);
            String shopper = contacted.first().locator("a").innerText();
            String code = contacted.first().locator("code").innerText();
            shop.send(1, List.of(order(shopper)));
            awaitConversion(console);
            console.picture("story-result");

            page.getByRole(AriaRole.LINK, named(shopper)).first().click();
            assertThat(region(page, "Offers")).containsText(code);
            assertThat(region(page, "Inbox")).containsText(code);
            assertThat(region(page, "Contacts")).containsText("An offer to a segment");
            console.picture("story-customer");
        }
    }

    private static void makeSegmentOfThoseWhoDropped(Page page) {
        page.getByRole(AriaRole.LINK, named("Open the funnel")).click();
        assertThat(page.locator(".steps")).containsText("60");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the 15 dropped a segment"))
                .first()
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("Left their carts");
        dialog.getByLabel("Id").fill("left-carts");
        button(dialog, "Make the segment").click();
        assertThat(page).hasURL(Pattern.compile(".*#/segments/left-carts$"));
        assertThat(page.locator(".great")).containsText("15", new ContainsTextOptions().setTimeout(60_000));
    }

    private static void launchAnOfferTo(Page page) {
        page.getByRole(AriaRole.LINK, named("Make a campaign of it")).click();
        page.getByLabel("The share that is not contacted, to compare with.").fill("0.4");
        button(page.locator("form"), "Save as a draft").click();
        assertThat(page).hasURL(Pattern.compile(".*#/campaigns/segment-offer-left-carts$"));
        assertThat(page.locator("main"))
                .containsText(
                        "At its launch, customers in “Left their carts” get a message in the shop's inbox with a coupon.");
        button(page.locator("main"), "Launch").click();
        button(page.getByRole(AriaRole.DIALOG), "Launch").click();
        assertThat(page.locator(".badge").first()).containsText("Running");
    }

    /** The page follows what happens by itself, as long as it takes events to be counted. */
    private static void awaitConversion(OpenConsole console) {
        Locator results = region(console.page(), "What it brought about").locator("tbody tr");
        Locator treated = results.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Contacted")))
                .first();
        assertThat(treated.locator("td").nth(1)).hasText("1", new HasTextOptions().setTimeout(60_000));
        assertThat(treated).containsText("¥500.00");
        Locator control = results.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*Control group")))
                .first();
        assertThat(control.locator("td").nth(1)).hasText("0");
    }

    /** The contacts that were sent. */
    private static Locator contacted(Page page) {
        return region(page, "Contacts")
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("code")));
    }

    private Map<String, Object> order(String shopper) {
        return message(
                "track",
                Map.of(
                        "userId",
                        shopper,
                        "event",
                        "Order Completed",
                        "timestamp",
                        Instant.now().toString(),
                        "properties",
                        Map.of("order_id", "order-of-the-offer", "revenue", 500, "currency", "CNY")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator region(Page page, String name) {
        return page.getByRole(AriaRole.REGION, named(name));
    }

    private Map<String, String> campaignSettings() {
        return Map.ofEntries(
                Map.entry(
                        "QUARKUS_DATASOURCE_REACTIVE_URL",
                        "postgresql://" + stack.postgres().host() + ":"
                                + stack.postgres().port() + "/" + CAMPAIGN),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", CAMPAIGN),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", CAMPAIGN),
                Map.entry(
                        "QUARKUS_ELASTICSEARCH_HOSTS",
                        stack.elasticsearch().uri().getAuthority()),
                Map.entry("CLIENTELE_FUNNEL_URL", stack.funnel().address().toString()),
                Map.entry(
                        "CLIENTELE_PROFILE_URL",
                        stack.profiles().getFirst().address().toString()));
    }

    private void importTheShopsEvents() {
        List<Map<String, Object>> events = new ArrayList<>();
        STEPS.forEach(step -> IntStream.range(0, step.shoppers()).forEach(shopper -> events.add(event(step, shopper))));
        shop.send(events.size(), events);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> shop.answer(
                                        "{ customers(first: 1, filter: {behaviour: {event: \"Order Completed\"}}) { totalCount } }",
                                        Map.of())
                                .getInt("data.customers.totalCount")
                        == STEPS.getLast().shoppers());
    }

    private Map<String, Object> event(Step step, int shopper) {
        Map<String, Object> properties = "Order Completed".equals(step.event())
                ? Map.of("order_id", "order-" + shopper, "revenue", 100, "currency", "CNY")
                : Map.of("product_id", "p1");
        Instant at = begin.plusSeconds(60L * (61 - step.shoppers()));
        return message(
                "track",
                Map.of(
                        "userId",
                        "shopper-" + shopper,
                        "event",
                        step.event(),
                        "timestamp",
                        at.toString(),
                        "properties",
                        properties));
    }

    private static Locator button(Locator within, String words) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true));
    }
}
