package io.clientele.command.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.loader.demoshop.DemoShop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShopOfFolderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-02-28T16:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void endsWithYesterdayAtFirst() {
        assertThat(choose(NOW, 500, null, null)).isEqualTo(new DemoShop(DemoShop.DEFAULT_SEED, 500, MIDNIGHT));
    }

    @Test
    void isTheSameShopAWeekLater() throws IOException {
        keep(choose(NOW, 500, 7L, null));

        Instant later = NOW.plus(Duration.ofDays(7));
        assertThat(choose(later, 500, null, null)).isEqualTo(new DemoShop(7, 500, MIDNIGHT));
        assertThat(choose(later, 9_000, 7L, LocalDate.of(2026, 3, 1))).isEqualTo(new DemoShop(7, 9_000, MIDNIGHT));
    }

    @Test
    void refusesAShopThatWouldMixWithTheFoldersOwn() throws IOException {
        keep(choose(NOW, 500, null, null));

        assertThatThrownBy(() -> choose(NOW, 500, 7L, null)).hasMessageContaining("holds the demo shop of seed 42");
        assertThatThrownBy(() -> choose(NOW, 500, null, LocalDate.of(2026, 1, 1)))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.USAGE))
                .hasMessageContaining("whose year ended at 2026-02-28T16:00:00Z");
    }

    @Test
    void endsOnTheDayThatIsAskedFor() throws IOException {
        DemoShop shop = choose(NOW, 500, null, LocalDate.of(2026, 1, 1));
        keep(shop);

        assertThat(shop.end()).isEqualTo(DemoShop.DEFAULT_END);
        assertThat(choose(NOW, 500, null, null)).isEqualTo(shop);
    }

    @Test
    void refusesAYearThatIsNotOver() {
        assertThat(choose(NOW, 500, null, LocalDate.of(2026, 3, 1)).end()).isEqualTo(MIDNIGHT);
        assertThatThrownBy(() -> choose(NOW, 500, null, LocalDate.of(2026, 3, 2)))
                .hasMessageContaining("--until must not lie in the future");
        assertThatThrownBy(() -> choose(NOW, 500, null, LocalDate.of(1971, 12, 31)))
                .hasMessage("--until must not be before 1972-01-01");
    }

    @Test
    void goesWithAReset() throws IOException {
        keep(choose(NOW, 500, 7L, null));
        home().delete();

        assertThat(choose(NOW, 500, null, null).seed()).isEqualTo(DemoShop.DEFAULT_SEED);
    }

    @Test
    void saysWhatToDoAboutADamagedFile() throws IOException {
        for (String text : new String[] {"{", "{\"seed\":1}", "{\"seed\":1,\"end\":\"soon\"}"}) {
            Files.writeString(home().create().demoShop(), text);

            assertThatThrownBy(() -> choose(NOW, 500, null, null))
                    .hasMessageContaining("demo-shop.json is damaged; './clientele reset' removes it");
        }
    }

    private DemoShop choose(
            Instant now,
            long events,
            @org.jspecify.annotations.Nullable Long seed,
            @org.jspecify.annotations.Nullable LocalDate until) {
        return new ShopOfFolder(home(), () -> now)
                .choose(events, Optional.ofNullable(seed), Optional.ofNullable(until));
    }

    private void keep(DemoShop shop) throws IOException {
        home().create();
        new ShopOfFolder(home(), () -> NOW).keep(shop);
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }
}
