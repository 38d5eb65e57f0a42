package io.clientele.campaign.summary;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
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

/** The sentence in Chinese. */
record ChineseSummary(CampaignInput input, Map<String, String> segments) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINESE);

    String sentence() {
        String until = Summary.until(input).stream()
                .map(match -> EventClause.of(match).chinese())
                .collect(Collectors.joining("或"));
        return when() + (until.isEmpty() ? "" : "，若其间没有" + until) + "，" + whom() + what() + "。";
    }

    private String when() {
        TriggerInput trigger = input.trigger();
        if (trigger.event() != null) {
            return onceThat(EventClause.of(trigger.event()).chinese());
        }
        if (trigger.segmentEntered() != null) {
            return onceThat("客户进入人群" + named(trigger.segmentEntered()));
        }
        if (trigger.segmentLeft() != null) {
            return onceThat("客户离开人群" + named(trigger.segmentLeft()));
        }
        if (trigger.inactivity() != null) {
            InactivityInput silence = trigger.inactivity();
            return "最后一次" + EventClause.of(silence.after()).chinese() + " "
                    + Length.of(silence.lasting()).chinese() + "后" + later();
        }
        return scheduled(Objects.requireNonNull(trigger.schedule(), "a stored campaign has a trigger"));
    }

    private String onceThat(String clause) {
        Length delay = Length.of(input.delay());
        return delay.isNothing() ? clause + "时" : clause + " " + delay.chinese() + "后";
    }

    private String later() {
        Length delay = Length.of(input.delay());
        return delay.isNothing() ? "" : "再过 " + delay.chinese();
    }

    private String scheduled(ScheduleInput schedule) {
        Recurrence every = schedule.every() == null ? Recurrence.ONCE : schedule.every();
        if (schedule.at() == null) {
            return (every == Recurrence.ONCE ? "启动时" : "自启动起" + often(every)) + later();
        }
        LocalDateTime at = LocalDateTime.parse(schedule.at());
        String clock = HOUR.format(at) + (schedule.zone() == ScheduleZone.SHOP ? "（店铺时间）" : "（客户当地时间）");
        return (every == Recurrence.ONCE ? DAY.format(at) : "自" + DAY.format(at) + "起" + often(every))
                + " "
                + clock
                + later();
    }

    private static String often(Recurrence every) {
        return switch (every) {
            case ONCE -> "一次";
            case DAILY -> "每天";
            case WEEKLY -> "每周";
            case MONTHLY -> "每月";
        };
    }

    private String whom() {
        AudienceInput audience = input.audience();
        String except = Summary.except(input).stream().map(this::named).collect(Collectors.joining("、"));
        String left = except.isEmpty() ? "" : "（不含人群" + except + "）";
        if (audience != null && audience.condition() != null) {
            return "向符合活动条件的客户" + left;
        }
        if (audience != null && audience.segment() != null) {
            return "向人群" + named(audience.segment()) + "中的客户" + left;
        }
        return (input.trigger().schedule() == null ? "向该客户" : "向所有客户") + left;
    }

    private String what() {
        String messages = input.variants().stream()
                .map(VariantInput::channel)
                .distinct()
                .map(ChineseSummary::message)
                .collect(Collectors.joining("或"));
        return (input.timing() == ContactTiming.BEST_TIME ? "在其活跃时段" : "")
                + "发送"
                + (Summary.givesCoupon(input) ? "带优惠券的" : "")
                + messages;
    }

    private static String message(Channel channel) {
        return switch (channel) {
            case INBOX -> "店内消息";
            case POPUP -> "店内弹窗";
            case EMAIL -> "邮件";
            case WEBHOOK -> "经 Webhook 推送的消息";
        };
    }

    private String named(String segment) {
        return "“" + segments.getOrDefault(segment, segment) + "”";
    }
}
