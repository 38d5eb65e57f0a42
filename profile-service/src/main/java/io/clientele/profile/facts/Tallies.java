package io.clientele.profile.facts;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A tally of each feature that any event had. */
final class Tallies {

    private final EnumMap<Feature, Tally> tallies = new EnumMap<>(Feature.class);

    void add(Feature feature, @Nullable String text) {
        if (text != null) {
            of(feature).add(text);
        }
    }

    void add(Tallies other) {
        other.tallies.forEach((feature, tally) -> of(feature).add(tally));
    }

    void trim() {
        tallies.values().forEach(Tally::trim);
    }

    Tallies copy() {
        Tallies copy = new Tallies();
        copy.add(this);
        return copy;
    }

    Map<String, Long> counts(Feature feature) {
        Tally tally = tallies.get(feature);
        return tally == null ? Map.of() : tally.counts();
    }

    /** The most frequent text of a feature. */
    @Nullable
    String top(Feature feature) {
        return Tally.top(counts(feature));
    }

    private Tally of(Feature feature) {
        return tallies.computeIfAbsent(feature, _ -> new Tally(feature.most()));
    }

    void write(PackedWriter out) {
        out.number(tallies.size());
        tallies.forEach((feature, tally) -> {
            out.number(feature.code);
            tally.write(out);
        });
    }

    static Tallies read(PackedReader in) {
        Tallies tallies = new Tallies();
        for (int i = in.count(); i > 0; i--) {
            Feature feature = Feature.of(in.number());
            tallies.tallies.put(feature, Tally.read(in, feature.most()));
        }
        return tallies;
    }
}
