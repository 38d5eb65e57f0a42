package io.clientele.profile.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import io.clientele.contract.event.CustomerId;

/**
 * Who owns a device when: the last claim at or before an instant decides, before the first claim the first one. Claims by
 * one user in a row make one run, since a visitor who identifies on every page must not split into many parts.
 */
public final class DeviceOwnership {

    private final List<Run> runs;

    private DeviceOwnership(List<Run> runs) {
        this.runs = runs;
    }

    /** The ownership that follows from all claims of a device, given in any order. */
    public static DeviceOwnership of(String device, Collection<Claim> claims) {
        List<Claim> deciding = deciding(claims);
        if (deciding.isEmpty()) {
            return new DeviceOwnership(List.of(new Run(0, Run.FOR_EVER, CustomerId.ANONYMOUS + device)));
        }
        List<Run> runs = new ArrayList<>();
        long since = 0;
        for (int i = 0; i < deciding.size(); i++) {
            String user = deciding.get(i).user();
            boolean last = i == deciding.size() - 1;
            if (last || !deciding.get(i + 1).user().equals(user)) {
                long until = last ? Run.FOR_EVER : deciding.get(i + 1).at();
                if (since < until) {
                    runs.add(new Run(since, until, user));
                }
                since = until;
            }
        }
        return new DeviceOwnership(List.copyOf(runs));
    }

    /**
     * The claims in order, of several at one instant the last; but the very first claim stays, since it owns what was
     * before.
     */
    private static List<Claim> deciding(Collection<Claim> claims) {
        List<Claim> deciding = new ArrayList<>();
        for (Claim claim : new TreeSet<>(claims)) {
            if (deciding.size() > 1 && deciding.getLast().at() == claim.at()) {
                deciding.removeLast();
            }
            deciding.add(claim);
        }
        return deciding;
    }

    /** The runs from the beginning of time to its end, in order and without gaps; at least one. */
    public List<Run> runs() {
        return runs;
    }

    /** The run that an instant lies in. */
    public Run at(long at) {
        for (Run run : runs) {
            if (run.covers(at)) {
                return run;
            }
        }
        throw new IllegalArgumentException("no time of an event: " + at);
    }
}
