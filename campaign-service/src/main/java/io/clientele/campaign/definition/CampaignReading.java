package io.clientele.campaign.definition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.condition.ConditionInput;

/**
 * Makes a definition of what a client wrote, or names everything that is wrong with it. What can only be known elsewhere,
 * such as whether a segment exists, is not asked here.
 */
final class CampaignReading {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_EVENT = 1_024;
    static final int MOST_UNTIL = 20;
    static final Duration LONGEST_WAIT = Duration.ofDays(366);
    static final double LARGEST_CONTROL = 0.9;
    private static final double USUAL_CONTROL = 0.1;
    private static final int USUAL_PRIORITY = 50;
    private static final int LARGEST_PRIORITY = 100;
    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 9999;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final CampaignInput input;
    private final String shopCurrency;
    private final Problems problems = new Problems();

    private CampaignReading(CampaignInput input, String shopCurrency) {
        this.input = input;
        this.shopCurrency = shopCurrency;
    }

    /**
     * What came of reading.
     *
     * @param definition sound only if there is no problem
     */
    public record Outcome(CampaignDefinition definition, List<CampaignProblem> problems) {}

    /**
     * Reads an input.
     *
     * @param shopCurrency of amounts where the input names none
     */
    public static Outcome read(CampaignInput input, String shopCurrency) {
        return new CampaignReading(input, shopCurrency).outcome();
    }

    private Outcome outcome() {
        CampaignDefinition definition = definition();
        return new Outcome(definition, problems.found());
    }

    private CampaignDefinition definition() {
        String id = problems.id("input.id", input.id());
        Audience audience = audience(id);
        Trigger trigger = trigger();
        problems.unless(
                input.trigger().schedule() == null || audience.segment().isPresent(),
                "AUDIENCE_REQUIRED",
                "input.audience",
                "A schedule names nobody: it needs an audience.");
        return new CampaignDefinition(
                id,
                problems.text("input.name", input.name(), LONGEST_NAME),
                Optional.ofNullable(input.playbook()),
                audience,
                trigger,
                input.delay() == null
                        ? Duration.ZERO
                        : problems.duration("input.delay", input.delay(), Duration.ZERO, LONGEST_WAIT),
                until(),
                new VariantsReading(input.variants(), problems).read(),
                control(),
                input.timing() == null ? ContactTiming.NOW : input.timing(),
                Boolean.TRUE.equals(input.transactional()),
                new Goal(
                        match("input.goal.event", input.goal().event()),
                        problems.duration("input.goal.within", input.goal().within(), SHORTEST, LONGEST_WAIT)),
                budget(),
                currency(),
                Optional.ofNullable(input.startsAt()),
                endsAt(),
                priority(),
                reentry());
    }

    private Audience audience(String id) {
        AudienceInput given = input.audience();
        if (given == null) {
            return new Audience(Optional.empty(), Set.of());
        }
        problems.unless(
                given.segment() == null || given.condition() == null,
                "AMBIGUOUS",
                "input.audience",
                "The audience is a segment or a condition, not both.");
        ConditionInput condition = given.condition();
        if (condition != null) {
            problems.read(() -> condition.ofCustomer("input.audience.condition"));
        }
        Set<String> except = Set.copyOf(present(given.except(), "input.audience.except"));
        String segment = condition == null ? given.segment() : ownSegment(id);
        problems.unless(
                segment == null || !except.contains(segment),
                "EMPTY_AUDIENCE",
                "input.audience.except",
                "The audience is excepted from itself, so that nobody is left.");
        return new Audience(Optional.ofNullable(segment), except);
    }

    /** The items of a list, each of which should be there. */
    private <T> List<T> present(@Nullable List<@Nullable T> items, String field) {
        List<T> present = new ArrayList<>();
        for (T item : items == null ? List.<@Nullable T>of() : items) {
            if (item != null) {
                present.add(item);
            }
        }
        problems.unless(
                items == null || items.size() == present.size(), "MISSING_FIELD", field, "A list has no empty places.");
        return present;
    }

    /** The segment that is made of a campaign's own condition. */
    static String ownSegment(String campaign) {
        return "campaign-" + campaign;
    }

    private Trigger trigger() {
        TriggerInput given = input.trigger();
        long count = Stream.of(
                        given.event(),
                        given.segmentEntered(),
                        given.segmentLeft(),
                        given.schedule(),
                        given.inactivity())
                .filter(Objects::nonNull)
                .count();
        problems.unless(
                count == 1,
                "AMBIGUOUS",
                "input.trigger",
                "A trigger has exactly one of event, segmentEntered, segmentLeft, schedule, inactivity.");
        if (given.event() != null) {
            return new Trigger.OnEvent(match("input.trigger.event", given.event()));
        }
        if (given.segmentEntered() != null) {
            return new Trigger.OnSegmentEntry(given.segmentEntered());
        }
        if (given.segmentLeft() != null) {
            return new Trigger.OnSegmentExit(given.segmentLeft());
        }
        if (given.inactivity() != null) {
            return new Trigger.OnInactivity(
                    match("input.trigger.inactivity.after", given.inactivity().after()),
                    problems.duration(
                            "input.trigger.inactivity.lasting",
                            given.inactivity().lasting(),
                            SHORTEST,
                            LONGEST_WAIT));
        }
        return schedule(given.schedule());
    }

    private Trigger schedule(@Nullable ScheduleInput given) {
        Optional<LocalDateTime> first = Optional.empty();
        if (given != null && given.at() != null) {
            try {
                LocalDateTime at = LocalDateTime.parse(given.at());
                problems.unless(
                        at.getYear() >= EARLIEST_YEAR && at.getYear() <= LATEST_YEAR,
                        "OUT_OF_RANGE",
                        "input.trigger.schedule.at",
                        "A schedule begins in a year from " + EARLIEST_YEAR + " to " + LATEST_YEAR + ".");
                first = Optional.of(at);
            } catch (DateTimeException unreadable) {
                problems.add(
                        "INVALID_VALUE",
                        "input.trigger.schedule.at",
                        "A schedule begins at a local date and time, such as 2026-12-01T20:00.");
            }
        }
        Recurrence every = given == null || given.every() == null ? Recurrence.ONCE : given.every();
        ScheduleZone zone = given == null || given.zone() == null ? ScheduleZone.CUSTOMER : given.zone();
        return new Trigger.OnSchedule(first, every, zone);
    }

    private List<EventMatch> until() {
        List<EventMatchInput> given = present(input.until(), "input.until");
        problems.unless(
                given.size() <= MOST_UNTIL,
                "TOO_MANY_ITEMS",
                "input.until",
                "A campaign has at most " + MOST_UNTIL + " events that end the waiting.");
        List<EventMatch> matches = new ArrayList<>();
        for (int i = 0; i < Math.min(given.size(), MOST_UNTIL); i++) {
            matches.add(match("input.until[" + i + "]", given.get(i)));
        }
        return matches;
    }

    private EventMatch match(String field, EventMatchInput given) {
        String event = problems.text(field + ".event", given.event(), LONGEST_EVENT);
        return new EventMatch(
                event,
                Optional.ofNullable(given.where())
                        .flatMap(where -> problems.read(() -> where.ofEvent(field + ".where"))));
    }

    private double control() {
        double control = input.control() == null ? USUAL_CONTROL : input.control();
        problems.unless(
                control >= 0 && control <= LARGEST_CONTROL,
                "OUT_OF_RANGE",
                "input.control",
                "The control group is a share from 0 to " + LARGEST_CONTROL + ".");
        return control;
    }

    private Optional<Budget> budget() {
        BudgetInput given = input.budget();
        if (given == null) {
            return Optional.empty();
        }
        problems.unless(
                given.total() != null || given.perDay() != null,
                "MISSING_FIELD",
                "input.budget",
                "A budget limits the total, the day, or both.");
        long total = problems.amount("input.budget.total", given.total());
        long perDay = problems.amount("input.budget.perDay", given.perDay());
        problems.unless(
                given.total() == null || given.perDay() == null || perDay <= total,
                "OUT_OF_RANGE",
                "input.budget.perDay",
                "A day cannot spend more than all days together.");
        return Optional.of(new Budget(
                given.total() == null ? OptionalLong.empty() : OptionalLong.of(total),
                given.perDay() == null ? OptionalLong.empty() : OptionalLong.of(perDay),
                given.currency()));
    }

    private String currency() {
        if (input.budget() == null) {
            return shopCurrency;
        }
        String currency = input.budget().currency();
        problems.unless(
                CURRENCY.matcher(currency).matches(),
                "INVALID_VALUE",
                "input.budget.currency",
                "A currency is three capital letters, as in ISO 4217.");
        return currency;
    }

    private Optional<Instant> endsAt() {
        problems.unless(
                input.startsAt() == null
                        || input.endsAt() == null
                        || input.startsAt().isBefore(input.endsAt()),
                "ENDS_BEFORE_START",
                "input.endsAt",
                "A campaign ends after it starts.");
        return Optional.ofNullable(input.endsAt());
    }

    private int priority() {
        int priority = input.priority() == null ? USUAL_PRIORITY : input.priority();
        problems.unless(
                priority >= 0 && priority <= LARGEST_PRIORITY,
                "OUT_OF_RANGE",
                "input.priority",
                "The priority is from 0 to " + LARGEST_PRIORITY + ".");
        return priority;
    }

    private Reentry reentry() {
        ReentryInput given = input.reentry();
        if (given == null) {
            return new Reentry.Once();
        }
        boolean always = Boolean.TRUE.equals(given.always());
        problems.unless(
                given.after() == null || !always,
                "AMBIGUOUS",
                "input.reentry",
                "Re-entry is after a while or always, not both.");
        if (given.after() != null) {
            return new Reentry.After(problems.duration("input.reentry.after", given.after(), SHORTEST, LONGEST_WAIT));
        }
        return always ? new Reentry.Always() : new Reentry.Once();
    }
}
