package io.clientele.command.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.command.home.PrivateFiles;
import io.clientele.loader.demoshop.DemoShop;

/**
 * The demo shop of a data folder. The first demo settles its seed and the end of its year, and every later one loads the same
 * events again, which adds nothing, or more of them: events of another seed or another year would be other events of
 * customers with the same ids.
 */
public final class ShopOfFolder {
    /** Before this day times may not reach: the shop's year would begin before all computers' time. */
    private static final LocalDate EARLIEST = LocalDate.of(1972, 1, 1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Home home;
    private final InstantSource clock;

    public ShopOfFolder(Home home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    /** What is kept in the folder. */
    private record Kept(long seed, Instant end) {}

    /**
     * Chooses the shop to load.
     *
     * @param seed what was asked for, if anything was
     * @param until likewise: the day after the last of the shop's year, in China
     * @throws CommandFailure when the folder holds another shop, or the year is not over
     */
    public DemoShop choose(long events, Optional<Long> seed, Optional<LocalDate> until) {
        Instant latest = DemoShop.endBy(clock.instant());
        Optional<Instant> end = until.map(day -> end(day, latest));
        Optional<Kept> kept = kept();
        kept.ifPresent(shop -> {
            if (seed.filter(asked -> asked != shop.seed()).isPresent()
                    || end.filter(asked -> !asked.equals(shop.end())).isPresent()) {
                throw CommandFailure.usage("this data folder holds the demo shop of seed " + shop.seed()
                        + " whose year ended at " + shop.end()
                        + ", and another one would mix with it; './clientele reset'"
                        + " makes room, and CLIENTELE_HOME names another folder");
            }
        });
        return new DemoShop(
                seed.or(() -> kept.map(Kept::seed)).orElse(DemoShop.DEFAULT_SEED),
                events,
                end.or(() -> kept.map(Kept::end)).orElse(latest));
    }

    private static Instant end(LocalDate day, Instant latest) {
        if (day.isBefore(EARLIEST)) {
            throw CommandFailure.usage("--until must not be before " + EARLIEST);
        }
        Instant end = DemoShop.endOn(day);
        if (end.isAfter(latest)) {
            throw CommandFailure.usage(
                    "--until must not lie in the future: the day " + day + " has not begun in China");
        }
        return end;
    }

    /** Keeps the shop that is about to be loaded. */
    public void keep(DemoShop shop) throws IOException {
        ObjectNode kept = JSON.createObjectNode();
        kept.put("seed", shop.seed());
        kept.put("end", DemoShop.endBy(shop.end()).toString());
        PrivateFiles.write(home.demoShop(), kept.toString());
    }

    private Optional<Kept> kept() {
        try {
            JsonNode kept = JSON.readTree(Files.readString(home.demoShop()));
            return Optional.of(new Kept(
                    kept.required("seed").asLong(),
                    Instant.parse(kept.required("end").asText())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException e) {
            throw CommandFailure.failed(
                    home.demoShop() + " is damaged; './clientele reset' removes it with all data", e);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + home.demoShop() + " (" + e.getMessage() + ")", e);
        }
    }
}
