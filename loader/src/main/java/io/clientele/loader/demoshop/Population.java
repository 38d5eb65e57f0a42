package io.clientele.loader.demoshop;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Draws the customers one after the other. */
final class Population {

    /** Of the visitors who never buy. */
    private static final double HESITANT_SHARE = 0.40;

    private static final Channel[] MOBILE_CHANNELS = {Channel.APP, Channel.MINI_PROGRAM, Channel.THIRD_PARTY};

    private final long seed;
    private final Quota devices;
    private final Quota channels;
    private final Map<Channel, Quota> conversions = new EnumMap<>(Channel.class);
    private final Map<Channel, Quota> habits = new EnumMap<>(Channel.class);
    private long number;

    Population(long seed) {
        this.seed = seed;
        Dice starts = Dice.of(seed, 0);
        this.devices = Quota.ofDevices(starts);
        this.channels = Quota.ofChannels(starts);
        for (Channel channel : Channel.values()) {
            conversions.put(channel, Quota.ofBuyers(starts));
            habits.put(channel, Quota.ofHabits(starts));
        }
    }

    Customer next() {
        number++;
        Dice dice = Dice.of(seed, number);
        Device device = Shares.choose(Device.values(), d -> d.share, devices.fraction());
        Channel channel = device == Device.PC
                ? Channel.PC
                : Shares.choose(MOBILE_CHANNELS, c -> c.shareOfMobile, channels.fraction());
        Habit habit = habit(channel, dice);
        AgeBand age = Shares.choose(AgeBand.values(), a -> a.share, dice.fraction());
        Gender gender = Shares.choose(Gender.values(), g -> g.share, dice.fraction());
        CityTier tier = Shares.choose(CityTier.values(), t -> t.share, dice.fraction());
        boolean known = habit.buys() || dice.chance(0.5);
        return new Customer(number, age, gender, dice.oneOf(City.of(tier)), device, channel, habit, known);
    }

    private Habit habit(Channel channel, Dice dice) {
        if (quota(conversions, channel) < channel.conversion) {
            return Shares.choose(Habit.values(), h -> h.shareOfBuyers, quota(habits, channel));
        }
        return dice.chance(HESITANT_SHARE) ? Habit.HESITANT : Habit.LOOKER;
    }

    private static double quota(Map<Channel, Quota> quotas, Channel channel) {
        return Objects.requireNonNull(quotas.get(channel)).fraction();
    }
}
