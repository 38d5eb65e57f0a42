package io.clientele.campaign.summary;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.clientele.campaign.definition.AudienceInput;
import io.clientele.campaign.definition.CampaignInput;
import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.definition.ContactTiming;
import io.clientele.campaign.definition.InactivityInput;
import io.clientele.campaign.definition.Recurrence;
import io.clientele.campaign.definition.ScheduleInput;
import io.clientele.campaign.definition.ScheduleZone;
import io.clientele.campaign.definition.TriggerInput;
import io.clientele.campaign.definition.VariantInput;

/** The sentence in English. */
record EnglishSummary(CampaignInput input, Map<String, String> segments) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    String sentence() {
        String until = Summary.until(input).stream()
                .map(match -> EventClause.of(match).english())
                .collect(Collectors.joining(" or "));
        return when() + (until.isEmpty() ? "" : ", unless " + until + " meanwhile") + ", " + whom() + what() + ".";
    }

    private String when() {
        TriggerInput trigger = input.trigger();
        if (trigger.event() != null) {
            return onceThat(EventClause.of(trigger.event()).english());
        }
        if (trigger.segmentEntered() != null) {
            return onceThat("a customer enters " + named(trigger.segmentEntered()));
        }
        if (trigger.segmentLeft() != null) {
            return onceThat("a customer leaves " + named(trigger.segmentLeft()));
        }
        if (trigger.inactivity() != null) {
            InactivityInput silence = trigger.inactivity();
            return Length.of(silence.lasting()).english() + " after "
                    + EventClause.of(silence.after()).english() + " for the last time" + later();
        }
        return scheduled(Objects.requireNonNull(trigger.schedule(), "a stored campaign has a trigger"));
    }

    private String onceThat(String clause) {
        Length delay = Length.of(input.delay());
        return delay.isNothing() ? "As soon as " + clause : delay.english() + " after " + clause;
    }

    private String later() {
        Length delay = Length.of(input.delay());
        return delay.isNothing() ? "" : " and " + delay.english() + " more";
    }

    private String scheduled(ScheduleInput schedule) {
        Recurrence every = schedule.every() == null ? Recurrence.ONCE : schedule.every();
        if (schedule.at() == null) {
            return switch (every) {
                        case ONCE -> "At its launch";
                        case DAILY -> "At its launch and every day from then on";
                        case WEEKLY -> "At its launch and every week from then on";
                        case MONTHLY -> "At its launch and every month from then on";
                    }
                    + later();
        }
        LocalDateTime at = LocalDateTime.parse(schedule.at());
        String day = DAY.format(at);
        String clock =
                HOUR.format(at) + (schedule.zone() == ScheduleZone.SHOP ? " in the shop" : " where the customer is");
        return switch (every) {
                    case ONCE -> "On " + day + " at " + clock;
                    case DAILY -> "Every day from " + day + " on, at " + clock;
                    case WEEKLY -> "Every week from " + day + " on, at " + clock;
                    case MONTHLY -> "Every month from " + day + " on, at " + clock;
                }
                + later();
    }

    private String whom() {
        AudienceInput audience = input.audience();
        String except = Summary.except(input).stream().map(this::named).collect(Collectors.joining(" or "));
        String left = except.isEmpty() ? "" : " but not in " + except;
        if (audience != null && audience.condition() != null) {
            return "customers who meet its condition" + (left.isEmpty() ? "" : " and are not in " + except) + " get ";
        }
        if (audience != null && audience.segment() != null) {
            return "customers in " + named(audience.segment()) + left + " get ";
        }
        String everybody = input.trigger().schedule() == null ? "the customer" : "every customer";
        return everybody + (left.isEmpty() ? "" : ", if not in " + except + ",") + " gets ";
    }

    private String what() {
        List<String> messages = input.variants().stream()
                .map(VariantInput::channel)
                .distinct()
                .map(EnglishSummary::message)
                .toList();
        return String.join(" or ", messages)
                + (Summary.givesCoupon(input) ? " with a coupon" : "")
                + (input.timing() == ContactTiming.BEST_TIME ? ", at the hour when they are usually active" : "");
    }

    private static String message(Channel channel) {
        return switch (channel) {
            case INBOX -> "a message in the shop's inbox";
            case POPUP -> "a pop-up in the shop";
            case EMAIL -> "an e-mail";
            case WEBHOOK -> "a message by webhook";
        };
    }

    private String named(String segment) {
        return "“" + segments.getOrDefault(segment, segment) + "”";
    }
}
