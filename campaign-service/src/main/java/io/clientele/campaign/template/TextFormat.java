package io.clientele.campaign.template;

/** What a template renders to. */
public enum TextFormat {
    /** Shown as it is: subjects, links, messages of webhooks, the inbox and pop-ups. */
    PLAIN(10_000),
    /** E-mail bodies: the template's own text is HTML, and every value in it is escaped. */
    HTML(100_000);

    private final int longest;

    TextFormat(int longest) {
        this.longest = longest;
    }

    /** Characters that a template of this format has at most. */
    int longest() {
        return longest;
    }
}
