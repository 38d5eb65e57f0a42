package io.clientele.profile.fold;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.clientele.profile.fold.Shop.identified;
import static io.clientele.profile.fold.Shop.now;
import static io.clientele.profile.fold.Shop.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class DeviceMovesQuarkusTest {

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    @Inject
    Database database;

    private Shop shop = new Shop("");

    @BeforeEach
    void awaitCursors() {
        shop = new Shop(feed);
        await().ignoreExceptions()
                .until(() -> texts("SELECT cursor FROM feed_cursor WHERE consumer <> $1", "")
                                .size()
                        >= FakeFunnel.SHARDS);
    }

    @Test
    void asksForMovesOfADeviceFromItsFirstEventOn() {
        shop.append(
                viewed("dm-1", null, "dm-early", 1),
                identified("dm-2", "dm-user", "dm-early", 2, null),
                identified("dm-3", "dm-other", "dm-silent", 3, null));
        await().until(() -> isFolded("dm-other") && decisions("anon:dm-early") == 1);

        assertThat(decisions("anon:dm-silent")).isZero();

        shop.append(viewed("dm-4", null, "dm-silent", 4));
        await().until(() -> isFolded("anon:dm-silent"));

        assertThat(decisions("anon:dm-silent")).isEqualTo(1);
        await().until(() ->
                shop.ask("/rekeyed").contains("{\"homeCustomer\":\"anon:dm-silent\",\"customer\":\"dm-other\","));
    }

    @Test
    void asksOnlyForThoseRunsOfADeviceInWhichItDidSomething() {
        shop.append(
                viewed("dm-5", null, "dm-shared", 1),
                identified("dm-6", "dm-first", "dm-shared", 2, null),
                identified("dm-7", "dm-second", "dm-shared", 5, null));
        await().until(() -> isFolded("dm-second") && decisions("anon:dm-shared") > 0);

        assertThat(customers("anon:dm-shared")).containsExactly("dm-first");

        shop.append(viewed("dm-8", null, "dm-shared", 6));

        await().untilAsserted(() -> assertThat(customers("anon:dm-shared")).containsExactly("dm-first", "dm-second"));
    }

    private boolean isFolded(String home) {
        return !texts("SELECT home FROM part WHERE home = $1", home).isEmpty();
    }

    private long decisions(String home) {
        return customers(home).size();
    }

    private List<String> customers(String home) {
        return texts("SELECT customer_id FROM rekey_decision WHERE home = $1 ORDER BY since", home);
    }

    private List<String> texts(String query, String parameter) {
        List<String> texts = new ArrayList<>();
        now(database.onConnection(connection -> connection.preparedQuery(query).execute(Tuple.of(parameter))))
                .forEach(row -> texts.add(row.getString(0)));
        return texts;
    }
}
