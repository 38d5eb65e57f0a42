package io.clientele.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
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
import io.clientele.console.shop.Campaigns;
import io.clientele.console.shop.MadeUpShop;
import io.clientele.console.shop.Results;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@ExtendWith(InChromium.class)
class CampaignsQuarkusTest {

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
    void stopsEverythingOnlyWhenAskedTwice() {
        AtomicBoolean stopped = new AtomicBoolean();
        shop.answers("sending", ask -> Map.of("stopped", stopped.get()));
        shop.answers("setSending", ask -> {
            stopped.set(Boolean.TRUE.equals(ask.getArguments().get("stopped")));
            return Map.of("stopped", stopped.get());
        });
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns");
            button(page, "Stop everything").click();
            dialogButton(page, "Cancel").click();
            assertThat(button(page, "Stop everything")).isFocused();
            assertThat(shop.asked("setSending")).isEmpty();

            button(page, "Stop everything").click();
            dialogButton(page, "Stop everything").click();
            assertThat(page.getByText("Everything is stopped.")).isVisible();
            assertThat(shop.asked("setSending")).containsExactly(Map.of("stopped", true));
        }
    }

    @Test
    void keepsTheDialogWithTheReasonIfTheSwitchIsRefused() {
        shop.refuses("setSending", "DATABASE_UNAVAILABLE", "PostgreSQL does not answer.");
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns");
            button(page, "Stop everything").click();
            dialogButton(page, "Stop everything").click();

            assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT))
                    .containsText("DATABASE_UNAVAILABLE");
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
    }

    @Test
    void letsNobodyLaunchWhatHasProblems() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/unfinished");

            assertThat(button(page, "Launch")).isDisabled();
            assertThat(page.locator("main")).containsText("There is no segment gone.");
            assertThat(page.locator("main")).containsText("input.audience.segment");
        }
    }

    @Test
    void pausesCampaignAfterAsking() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/won-back");
            button(page, "Pause").click();
            dialogButton(page, "Pause").click();

            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(shop.asked("pauseCampaign")).containsExactly(Map.of("id", "won-back"));
        }
    }

    @Test
    void savesTheDraftThatTheFormSays() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("segments/heavy-carters");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Make a campaign of it"))
                    .click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Without a playbook"))
                    .click();
            page.getByLabel("It begins").selectOption("event");
            page.getByLabel("Then wait").selectOption("PT30M");
            page.getByLabel("Id").fill("carts");
            page.getByLabel("Control group").fill("20");
            button(page, "Save as a draft").click();

            assertThat(page).hasURL(Pattern.compile(".*#/campaigns/carts$"));
            assertThat(shop.asked("saveCampaign")).hasSize(1);
            assertThat(inputOf(shop.asked("saveCampaign").getFirst()))
                    .containsEntry("id", "carts")
                    .containsEntry("name", "To Heavy carters")
                    .containsEntry("audience", Map.of("segment", "heavy-carters"))
                    .containsEntry("trigger", Map.of("event", Map.of("event", "Product Added")))
                    .containsEntry("delay", "PT30M")
                    .containsEntry("until", List.of(Map.of("event", "Order Completed")))
                    .containsEntry("control", 0.2)
                    .containsEntry("goal", Map.of("event", Map.of("event", "Order Completed"), "within", "P7D"));
        }
    }

    @Test
    void makesCampaignOfPlaybookForSegment() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/playbook?segment=heavy-carters");
            page.getByLabel("What it takes off.").fill("50");
            button(page, "Save as a draft").click();

            assertThat(page).hasURL(Pattern.compile(".*#/campaigns/segment-offer-heavy-carters$"));
            assertThat(inputOf(shop.asked("campaignFromSegment").getFirst()))
                    .containsEntry("playbook", "segment-offer")
                    .containsEntry("segment", "heavy-carters")
                    .containsEntry("parameters", List.of(Map.of("name", "off", "value", "50")));
        }
    }

    @Test
    void makesCampaignOfPlaybookForWhomItIsMade() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/playbook");
            button(page, "Save as a draft").click();

            assertThat(page).hasURL(Pattern.compile(".*#/campaigns/f3$"));
            assertThat(inputOf(shop.asked("campaignFromPlaybook").getFirst()))
                    .containsEntry("playbook", "F3")
                    .containsEntry("parameters", List.of());
        }
    }

    @Test
    void suggestsAnIdThatNothingHas() {
        shop.answers("campaigns", ask -> List.of(Map.of("id", "f3"), Map.of("id", "for-heavy-carters")));
        shop.answers("benefits", ask -> List.of(Map.of("id", "f3-2")));
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            assertThat(console.enter("campaigns/playbook").getByLabel("Id")).hasValue("f3-3");
            assertThat(console.go("campaigns/new?segment=heavy-carters").getByLabel("Id"))
                    .hasValue("for-heavy-carters-2");
        }
    }

    @Test
    void listsEveryProblemOfWhatCannotBeSaved() {
        shop.answers(
                "saveCampaign",
                ask -> DataFetcherResult.newResult()
                        .error(problem(ask, "INVALID_DURATION", "input.delay"))
                        .error(problem(ask, "UNKNOWN_SEGMENT", "input.audience.segment"))
                        .build());
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/new?segment=heavy-carters");
            page.getByLabel("Text").fill("My own words");
            button(page, "Save as a draft").click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("input.delay");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("input.audience.segment");
            assertThat(page.getByLabel("Text")).hasValue("My own words");
        }
    }

    private static GraphQLError problem(DataFetchingEnvironment ask, String code, String field) {
        return GraphqlErrorBuilder.newError(ask)
                .message("It is wrong.")
                .extensions(Map.of("code", code, "field", field))
                .build();
    }

    @SuppressWarnings("unchecked") // as the schema says
    private static Map<String, Object> inputOf(Map<String, Object> arguments) {
        return (Map<String, Object>) Objects.requireNonNull(arguments.get("input"));
    }

    @Test
    void saysPlainlyWhatIsProvenAndWhatIsNot() {
        Map<String, Map<String, Object>> verdicts = Map.of(
                "It works.", Results.provenBetter(),
                "There is not yet enough data to tell", Results.unsure(),
                "Without a control group nobody can tell", Results.withoutControl(),
                "Nobody has been contacted yet.", Results.nobody());
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            console.enter("campaigns");
            verdicts.forEach((verdict, results) -> {
                shop.answers("campaign", ask -> Campaigns.running(results));
                Page page = console.go("campaigns/won-back");
                assertThat(page.locator("main")).containsText(verdict);
                console.go("campaigns");
                console.settled();
            });
        }
    }

    @Test
    void comparesTreatedWithControl() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/won-back");
            Locator results =
                    page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What it brought about"));

            assertThat(results)
                    .containsText("+9 points of conversion, with 95% confidence between +5 points and +13 points.");
            assertThat(results.getByRole(AriaRole.ROW).nth(1)).containsText("Contacted");
            assertThat(results.getByRole(AriaRole.ROW).nth(2)).containsText("Control group");
            assertThat(results).containsText("+420%");
            assertThat(results).containsText("got as many messages as allowed");
        }
    }

    @Test
    void showsAnAnalystNoButtonThatChangesSomething() {
        try (OpenConsole console = OpenConsole.wide(browser, address, "en-GB")) {
            Page page = console.enter("campaigns/won-back", "analyst");
            assertThat(page.locator("main")).containsText("Your token may look only");
            assertThat(button(page, "Pause")).hasCount(0);

            console.go("campaigns");
            assertThat(page.getByText("Messages are being sent.")).isVisible();
            assertThat(button(page, "Stop everything")).hasCount(0);
        }
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first();
    }

    private static Locator dialogButton(Page page, String words) {
        return page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true));
    }
}
