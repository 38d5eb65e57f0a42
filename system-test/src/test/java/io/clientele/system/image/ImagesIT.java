package io.clientele.system.image;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.path.json.JsonPath;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** All four services run from their images, as in compose.yaml, with the keys and tokens that its scripts make. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImagesIT {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final List<Container> CONTAINERS = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static Composition composition;

    @BeforeAll
    static void start() throws Exception {
        composition = Composition.prepare(folder);
        for (String service : Composition.SERVICES) {
            Path own = Files.createDirectories(folder.resolve(service));
            CONTAINERS.add(Container.start(service, own, composition.shared(), composition.environment(service)));
        }
    }

    @AfterAll
    static void stop() {
        CONTAINERS.forEach(Container::close);
    }

    @Test
    @Order(1)
    void areReadyTogether() {
        for (Container container : CONTAINERS) {
            Awaitility.await(container.name())
                    .atMost(START)
                    .failFast(() -> assertThat(container.process().isAlive())
                            .as(container.process()::logTail)
                            .isTrue())
                    .ignoreExceptions()
                    .until(() -> status(composition.address(container.name()).resolve("/q/health/ready")) == 200);
        }
    }

    @Test
    @Order(2)
    void trustTheTokensOfTheScript() throws Exception {
        given().baseUri(composition.address("profile-service").toString())
                .auth()
                .oauth2(composition.token("analyst"))
                .contentType("application/json")
                .body(Map.of("query", "{ profileService { name } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.profileService.name", equalTo("profile-service"));
    }

    @Test
    @Order(2)
    void runWithoutAnyRight() throws IOException {
        for (Container container : CONTAINERS) {
            List<String> status = container.status();
            assertThat(status).contains("NoNewPrivs:\t1", "CapBnd:\t0000000000000000");
            assertThat(status).noneMatch(line -> line.startsWith("Uid:\t0\t"));
            assertThat(Files.readString(Path.of(
                            "/proc/%d/mountinfo".formatted(container.process().pid()))))
                    .containsPattern(" / / ro\\b");
        }
    }

    @Test
    @Order(2)
    void logAnObjectALine() throws IOException {
        for (Container container : CONTAINERS) {
            List<String> lines =
                    container.log().lines().filter(line -> line.startsWith("{")).toList();
            assertThat(lines).anySatisfy(line -> {
                JsonPath json = JsonPath.from(line);
                assertThat(json.getString("service")).isEqualTo(container.name());
                assertThat(json.getString("message")).contains("Listening on");
                assertThat(json.getMap("")).containsKeys("timestamp", "level", "logger");
            });
        }
    }

    @Test
    @Order(3)
    void finishWhatIsUnderWayWhenTheyAreAskedToStop() throws Exception {
        Container funnel = CONTAINERS.getFirst();
        FeedWait wait = new FeedWait(composition.address(funnel.name()), composition.secret("SERVICE_SECRET"));
        CompletableFuture<HttpResponse<String>> slow = wait.read(Duration.ofSeconds(5));
        CONTAINERS.forEach(Container::terminate);
        for (Container container : CONTAINERS) {
            Awaitility.await(container.name())
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> status(composition.address(container.name()).resolve("/q/health/ready")) == 503);
        }
        assertThat(slow).succeedsWithin(STOP).satisfies(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"behind\":0");
        });
        for (Container container : CONTAINERS) {
            // 128 + 15: ended by the signal, after the JVM's own shutdown.
            assertThat(container.process().onExit())
                    .as(container.name())
                    .succeedsWithin(STOP)
                    .isEqualTo(143);
            assertThat(container.log()).contains("stopped in");
        }
    }

    private static int status(URI address) {
        return given().get(address).statusCode();
    }
}
