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
import io.clientele.console.shop.Customers;
import io.clientele.console.shop.MadeUpShop;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What campaigns decided, seen from a campaign and from a customer. */
@QuarkusTest
@ExtendWith(InChromium.class)
class ContactsQuarkusTest {

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
    void tellsEachDecisionOfCampaignWithItsReasonAndPages() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/won-back");
            Locator contacts = region(page, "Contacts");
            assertThat(contacts.locator("tbody tr")).hasCount(4);
            assertThat(row(contacts, "customer-902")).containsText("redeemed");
            assertThat(row(contacts, "customer-903")).containsText("did meanwhile what makes it needless");
            assertThat(row(contacts, "customer-904")).containsText("Control group");

            contacts.getByRole(AriaRole.BUTTON).click();
            assertThat(contacts.locator("tbody tr")).hasCount(5);
            assertThat(row(contacts, "customer-920")).containsText("got as many messages as allowed");
            assertThat(contacts.getByRole(AriaRole.BUTTON)).hasCount(0);
        }
    }

    @Test
    void leadsFromContactToTheCustomerWithCouponAndMessage() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/won-back");
            region(page, "Contacts").locator("a").first().click();

            assertThat(page.locator("h1")).hasText("customer-915");
            assertThat(region(page, "Offers")).containsText("7KQ2-M9XD-4TPA");
            assertThat(region(page, "Offers")).containsText("usable");
            assertThat(region(page, "Inbox")).containsText("it costs 30 less");
            assertThat(region(page, "Contacts")).containsText("Win heavy carters back");
        }
    }

    @Test
    void showsTheCardWithoutOffersIfTheyCannotBeTold() {
        shop.answers(
                "customer",
                ask -> "CustomerCard".equals(ask.getOperationDefinition().getName())
                        ? Customers.card("customer-915")
                        : MadeUpShop.refusal(ask, "SUBGRAPH_UNAVAILABLE", "Service campaign does not answer."));
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("customers/customer-915");
            assertThat(region(page, "Offers").getByRole(AriaRole.ALERT)).containsText("SUBGRAPH_UNAVAILABLE");
            assertThat(region(page, "Inbox").getByRole(AriaRole.ALERT)).containsText("SUBGRAPH_UNAVAILABLE");
            assertThat(region(page, "Contacts").getByRole(AriaRole.ALERT)).containsText("SUBGRAPH_UNAVAILABLE");
            assertThat(page.locator("main")).containsText("worth-winning-back");
            console.picture("en-GB-customer-without-offers");

            shop.recovers("customer");
            region(page, "Inbox").getByRole(AriaRole.BUTTON).click();
            assertThat(region(page, "Offers")).containsText("7KQ2-M9XD-4TPA");
        }
    }

    @Test
    void saysWhereNothingWasDecided() {
        shop.answers("customer", ask -> Customers.untouched("customer-915"));
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("customers/customer-915");
            assertThat(region(page, "Offers")).containsText("No coupon to use");
            assertThat(region(page, "Inbox")).containsText("No messages");
            assertThat(region(page, "Contacts")).containsText("Nothing has been decided yet");
            console.picture("en-GB-customer-untouched");
        }
    }

    private static Locator region(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator row(Locator table, String words) {
        return table.locator("tbody tr", new Locator.LocatorOptions().setHasText(words));
    }
}
