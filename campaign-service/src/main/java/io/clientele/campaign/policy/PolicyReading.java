package io.clientele.campaign.policy;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.policy.rules.Cap;
import io.clientele.campaign.policy.rules.ContactPolicy;
import io.clientele.campaign.policy.rules.Quiet;
import io.clientele.campaign.policy.rules.QuietOutcome;
import io.clientele.edge.text.TextRefusal;

/** Reads the contact policy as clients write it. Whatever cannot be is refused {@code INVALID_VALUE}, naming the field. */
final class PolicyReading {

    private static final int DEFAULT_HOUR = 10;

    private PolicyReading() {}

    static ContactPolicy read(ContactPolicyInput input) {
        List<Cap> caps = caps(input.caps());
        Optional<Quiet> quiet = quiet(input.quiet());
        int hour = input.fallbackHour() == null ? DEFAULT_HOUR : input.fallbackHour();
        if (hour < 0 || hour > 23) {
            throw invalid("fallbackHour", "must be from 0 to 23");
        }
        if (quiet.isPresent() && quiet.get().holds(LocalTime.of(hour, 0))) {
            throw invalid("fallbackHour", "must not be a quiet hour");
        }
        double holdout = input.holdout() == null ? 0 : input.holdout();
        if (!(holdout >= 0 && holdout <= ContactPolicy.LARGEST_HOLDOUT)) {
            throw invalid("holdout", "must be from 0 to " + ContactPolicy.LARGEST_HOLDOUT);
        }
        return new ContactPolicy(caps, quiet, hour, holdout);
    }

    private static List<Cap> caps(List<ContactCapInput> given) {
        List<Cap> caps = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            ContactCapInput cap = given.get(i);
            if (cap.most() < 0 || cap.most() > Cap.LARGEST) {
                throw invalid("caps[" + i + "].most", "must be from 0 to " + Cap.LARGEST);
            }
            if (!seen.add(cap.channel() + "/" + cap.period())) {
                throw invalid("caps[" + i + "]", "is of the same channel and period as one before");
            }
            caps.add(new Cap(cap.channel(), cap.period(), cap.most()));
        }
        return caps;
    }

    private static Optional<Quiet> quiet(@Nullable QuietHoursInput given) {
        if (given == null) {
            return Optional.empty();
        }
        LocalTime from = time("quiet.from", given.from());
        LocalTime to = time("quiet.to", given.to());
        if (from.equals(to)) {
            throw invalid("quiet.to", "must differ from the beginning, or quiet would never end");
        }
        if (given.channels().isEmpty()) {
            throw invalid("quiet.channels", "must have at least one channel");
        }
        QuietOutcome outcome = given.outcome() == null ? QuietOutcome.NEXT_AVAILABLE : given.outcome();
        return Optional.of(new Quiet(from, to, outcome, Set.copyOf(given.channels())));
    }

    private static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException noTime) {
            RuntimeException refusal = invalid(field, "is no time such as 22:00");
            refusal.addSuppressed(noTime);
            throw refusal;
        }
    }

    private static RuntimeException invalid(String field, String reason) {
        return new TextRefusal.InvalidText("input." + field, reason).exception();
    }
}
