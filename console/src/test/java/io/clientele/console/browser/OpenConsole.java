package io.clientele.console.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/** The console in a window of its own; what the browser complains of is kept. */
public final class OpenConsole implements AutoCloseable {

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private OpenConsole(Browser browser, String address, String language, int width) {
        this.address = address.replaceFirst("/$", "");
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(5_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    public static OpenConsole wide(Browser browser, String address, String language) {
        return new OpenConsole(browser, address, language, 1440);
    }

    /** As on a telephone. */
    public static OpenConsole narrow(Browser browser, String address, String language) {
        return new OpenConsole(browser, address, language, 380);
    }

    /** Opens a view as a marketer. */
    public Page enter(String view) {
        return enter(view, "marketer");
    }

    /** Opens a view with a token of a role, which nobody checks. */
    public Page enter(String view, String role) {
        return enterWith(Tokens.of(role), view);
    }

    /** Opens a view with a token that is held already: the way by the address would draw the overview first. */
    public Page enterWith(String token, String view) {
        context.addInitScript("sessionStorage.setItem('clientele.token', '" + token + "')");
        page.navigate(address + "/#/" + view);
        assertThat(complaints).isEmpty();
        return page;
    }

    /** Opens a view as who is signed in. */
    public Page go(String view) {
        page.evaluate("view => { location.hash = view; }", "#/" + view);
        return page;
    }

    /** Opens an address below the console's. */
    public Page open(String path) {
        page.navigate(address + path);
        return page;
    }

    /** Waits until nothing on the page is loading and its charts are drawn. */
    public void settled() {
        page.waitForFunction("() => document.querySelector('h1') && !document.querySelector('.skeleton') "
                + "&& !document.querySelector('c-chart:not([data-drawn])')");
    }

    public Page page() {
        return page;
    }

    /** Takes what is expected off the complaints. */
    public void forgive(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    /** A picture of the whole page, where a folder is named by the system property {@code clientele.console.pictures}. */
    public void picture(String name) {
        String folder = System.getProperty("clientele.console.pictures", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder).resolve(name + ".png")));
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
