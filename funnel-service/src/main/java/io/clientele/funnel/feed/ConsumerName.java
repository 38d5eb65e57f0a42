package io.clientele.funnel.feed;

import java.util.regex.Pattern;

/** What a consumer may be called: it stands in addresses, here and in Elasticsearch. */
final class ConsumerName {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private ConsumerName() {}

    /**
     * The name, if it is one.
     *
     * @throws FeedRefusal INVALID_VALUE
     */
    static String valid(String name) {
        if (!NAME.matcher(name).matches()) {
            throw FeedRefusal.invalid("consumer", "a consumer's name has 1 to 64 of a-z, 0-9 and -, a letter first");
        }
        return name;
    }
}
