package io.clientele.profile.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;

/** Who owns some devices when, and so which part each event of a page folds into. */
public final class Ownerships {

    private final Map<String, DeviceOwnership> devices;

    private Ownerships(Map<String, DeviceOwnership> devices) {
        this.devices = devices;
    }

    /** The ownership of devices by all claims on them, given in any order; claims on other devices are passed over. */
    public static Ownerships of(Set<String> devices, Collection<Claim> claims) {
        Map<String, List<Claim>> byDevice = new HashMap<>();
        claims.forEach(claim ->
                byDevice.computeIfAbsent(claim.device(), _ -> new ArrayList<>()).add(claim));
        Map<String, DeviceOwnership> owned = new HashMap<>();
        devices.forEach(device ->
                owned.put(device, DeviceOwnership.of(device, byDevice.getOrDefault(device, List.of()))));
        return new Ownerships(owned);
    }

    /**
     * Where an event lies. Of a user's event the run is the user's all time.
     *
     * @throws IllegalArgumentException if it is a device's event and the device is none of these
     */
    public Run run(CustomerId home, long at) {
        if (home.userId() != null) {
            return new Run(0, Run.FOR_EVER, home.userId());
        }
        return of(String.valueOf(home.anonymousId())).at(at);
    }

    /**
     * Who owns a device when.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public DeviceOwnership of(String device) {
        DeviceOwnership ownership = devices.get(device);
        if (ownership == null) {
            throw new IllegalArgumentException("the device's claims were not loaded");
        }
        return ownership;
    }

    /** Where an event lies. */
    public Run run(Event event) {
        return run(event.customer(), Sign.at(event));
    }

    /** The part that an event folds into. */
    public PartKey part(Event event) {
        return new PartKey(event.customer().value(), run(event).since());
    }

    /** A key that a sign brings, with the part that holds it. */
    public HeldKey held(Sign sign, IdentityKey key) {
        Run run = sign.home().startsWith(CustomerId.ANONYMOUS)
                ? of(IdentityPlan.device(sign.home())).at(sign.at())
                : new Run(0, Run.FOR_EVER, sign.home());
        return new HeldKey(new PartKey(sign.home(), run.since()), run.node(), key);
    }
}
