package io.clientele.campaign.summary;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A length of time in the largest unit that measures it without a rest.
 *
 * @param count how many of the unit
 */
record Length(long count, Unit unit) {

    /** The units, the largest first. */
    enum Unit {
        DAY(86_400, "day", "天"),
        HOUR(3_600, "hour", "小时"),
        MINUTE(60, "minute", "分钟"),
        SECOND(1, "second", "秒");

        private final long seconds;
        private final String english;
        private final String chinese;

        Unit(long seconds, String english, String chinese) {
            this.seconds = seconds;
            this.english = english;
            this.chinese = chinese;
        }
    }

    /** Of a duration as in ISO-8601, none of which is no time. */
    static Length of(@Nullable String iso) {
        long seconds = iso == null ? 0 : Duration.parse(iso).toSeconds();
        Unit unit = Unit.SECOND;
        for (Unit larger : Unit.values()) {
            if (seconds % larger.seconds == 0) {
                unit = larger;
                break;
            }
        }
        return new Length(seconds / unit.seconds, unit);
    }

    boolean isNothing() {
        return count == 0;
    }

    String english() {
        return count + " " + unit.english + (count == 1 ? "" : "s");
    }

    String chinese() {
        return count + " " + unit.chinese;
    }
}
