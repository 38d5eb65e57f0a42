package io.clientele.campaign.channel;

import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * What an e-mail says, in its two forms.
 *
 * @param html the message, with the link to unsubscribe if it does not hold it itself
 * @param text the same for those who read no HTML
 */
record EmailText(String html, String text) {

    private static final String BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, li, tr, table, ul, ol, blockquote, section";

    static EmailText of(Message message, Optional<String> unsubscribe) {
        Document document = Jsoup.parse(message.body());
        document.outputSettings().prettyPrint(false);
        String link = message.link();
        if (link != null && isWeb(link) && !message.body().contains(link)) {
            append(document, link, link);
        }
        unsubscribe
                .filter(url -> document.select("a[href]").stream()
                        .noneMatch(a -> a.attr("href").equals(url)))
                .ifPresent(url -> append(document, url, "退订 · Unsubscribe"));
        return new EmailText("<!doctype html>\n" + document.outerHtml(), text(document));
    }

    private static boolean isWeb(String link) {
        return link.startsWith("https://") || link.startsWith("http://");
    }

    private static void append(Document document, String url, String words) {
        document.body().appendElement("p").appendElement("a").attr("href", url).text(words);
    }

    private static String text(Document document) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.text());
                        } else if (node instanceof Element element && element.is("br, " + BLOCKS)) {
                            text.append('\n');
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element
                                && element.is("a[href]")
                                && !element.text().equals(element.attr("href"))) {
                            text.append(" (").append(element.attr("href")).append(')');
                        }
                        if (node instanceof Element element && element.is(BLOCKS)) {
                            text.append('\n');
                        }
                    }
                },
                document.body());
        return text.toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
