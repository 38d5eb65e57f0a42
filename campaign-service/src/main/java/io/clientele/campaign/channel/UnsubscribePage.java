package io.clientele.campaign.channel;

/** What recipients see who follow the link to unsubscribe: plain HTML in the two languages of the shop's customers. */
enum UnsubscribePage {
    ASK("Unsubscribe", "Shall we stop writing to you this way?", "退订", "确认不再通过此方式接收营销消息吗？", true),
    DONE(
            "You are unsubscribed",
            "We will not write to you this way any more. Messages about your orders go on.",
            "已退订",
            "我们不会再通过此方式向您发送营销消息。订单相关的通知不受影响。",
            false),
    UNKNOWN(
            "This link does not work",
            "It is incomplete or too old. Please take it from the latest message.",
            "链接无效",
            "链接不完整或已失效，请使用最新消息中的链接。",
            false);

    private final String title;
    private final String words;
    private final String chineseTitle;
    private final String chineseWords;
    private final boolean asks;

    UnsubscribePage(String title, String words, String chineseTitle, String chineseWords, boolean asks) {
        this.title = title;
        this.words = words;
        this.chineseTitle = chineseTitle;
        this.chineseWords = chineseWords;
        this.asks = asks;
    }

    String html(boolean chinese) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <style>
                body { font: 1.125rem/1.6 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }
                button { font: inherit; padding: .6rem 1.2rem; margin: .5rem .5rem 0 0; color: #fff; background: #0b57a4; border: 2px solid #0b57a4; border-radius: .3rem }
                button + button { color: #0b57a4; background: #fff }
                button:focus-visible { outline: 3px solid #e08700; outline-offset: 2px }
                </style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                %s</main>
                </body>
                </html>
                """.formatted(
                        chinese ? "zh-Hans" : "en",
                        chinese ? chineseTitle : title,
                        chinese ? chineseTitle : title,
                        chinese ? chineseWords : words,
                        asks ? form(chinese) : "");
    }

    private static String form(boolean chinese) {
        return """
                <form method="post">
                <button name="scope" value="CHANNEL">%s</button>
                <button name="scope" value="ALL">%s</button>
                </form>
                """.formatted(chinese ? "退订" : "Unsubscribe", chinese ? "停止所有个性化营销" : "Stop all personalised marketing");
    }
}
