package io.clientele.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.command.home.Home;
import io.clientele.command.home.PartState;
import io.clientele.command.home.ProcessId;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;
import io.clientele.loader.RealData;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Runs the packaged command on a data folder of its own, with the real servers and services. */
class StackIT {
    private static final Path ROOT = Path.of(System.getProperty("clientele.root"));
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PARTS =
            List.of("elasticsearch", "postgresql", "gateway", "funnel-service", "profile-service", "campaign-service");
    private static final String DEFINED =
            "{ segment(id: \"heavy-carters\") { id } tag(id: \"worth-winning-back\") { id } }";
    private static final String HOUSEHOLDS = """
            { customers(filter: {trait: {name: "household_size", operator: EXISTS}}, first: 1000) {
              edges { node { id traits } } } }""";
    private static final String TRACK = "{\"userId\":\"c-1\",\"messageId\":\"m-1\",\"event\":\"Product Viewed\"}";

    @TempDir
    private Path folder;

    private final List<ProcessId> seen = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() throws Exception {
        run("down");
        seen.forEach(process -> process.find().ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void startsAnswersSurvivesFaultsAndStops() throws Exception {
        Answer up = run("up", "--detach");
        assertThat(up.exitCode()).isZero();
        assertThat(up.err()).containsPattern("console for a day at\\n  http://\\S+/#token=\\S+\\.\\S+\\.\\S+\\n");
        StackState first = remember();
        assertThat(first.parts()).extracting(PartState::name).containsExactlyElementsOf(PARTS);
        assertThat(run("status").exitCode()).isZero();
        answersAnAnalystOnly();
        refusesASecondStack();
        assertThat(collect()).contains("accepted");
        showsACustomerAndACampaignThatASecondDemoDoesNotChange();
        bringsHouseholdsTraitsToTheirCustomers();

        startsAKilledServiceAgain();
        endsEveryChildOfAKilledSupervisor();

        assertThat(run("up", "--detach").exitCode()).isZero();
        StackState second = remember();
        assertThat(second.parts())
                .extracting(PartState::address)
                .isEqualTo(first.parts().stream().map(PartState::address).toList());
        assertThat(collect()).contains("duplicate");

        assertThat(run("down").exitCode()).isZero();
        assertThat(alive()).isEmpty();
        assertThat(run("status").exitCode()).isEqualTo(3);
    }

    private void answersAnAnalystOnly() throws Exception {
        String url = run("url").out().strip();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"));
        String token = run("token", "analyst").out().strip();
        assertThat(send(request.header("Authorization", "Bearer " + token))
                        .path("data")
                        .path("__typename")
                        .asText())
                .isEqualTo("Query");

        Answer answer = run("query", "{ funnelService { name } campaignService { name } }");
        assertThat(answer.exitCode()).as(answer.out()).isZero();
        assertThat(JSON.readTree(answer.out()).path("data"))
                .hasToString("{\"funnelService\":{\"name\":\"funnel-service\"},"
                        + "\"campaignService\":{\"name\":\"campaign-service\"}}");
        assertThat(run("explain", "{ funnelService { name } campaignService { name } }")
                        .out())
                .contains("Requests", "funnel", "campaign");
        Answer profile = run("query", "--service", "profile-service", "{ profileService { name } }");
        assertThat(profile.exitCode()).as(profile.err()).isZero();
        assertThat(profile.out()).contains("profile-service");

        Answer wrong = run("query", "{ noSuchField }");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(JSON.readTree(wrong.out()).path("errors")).isNotEmpty();
    }

    private void refusesASecondStack() throws Exception {
        Answer answer = run("up");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("a stack already runs on ").hasLineCount(1);
    }

    private void showsACustomerAndACampaignThatASecondDemoDoesNotChange() throws Exception {
        Answer first = run("demo", "--events", "1500");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).contains("1,500 accepted, 0 known already, 0 rejected");
        assertThat(first.out())
                .containsPattern("(?m)^Paid +[1-9]")
                .containsPattern("(?m)^BY DEVICE +MOBILE")
                .containsPattern("A customer's card: of [0-9,]+ (customers|who|heavy carters)")
                .containsPattern("(?m)^  Customer +customer-[0-9]+$")
                .containsPattern("(?m)^  Churn risk +(low|medium|high), ")
                .containsPattern("(?m)^  SENT +[1-9]")
                .containsPattern("(?m)^  CONTROL +[1-9]")
                .containsPattern("(?m)^  SUPPRESSED +UNTIL_MET +[1-9]")
                .containsPattern("(?m)^  Coupon +[A-Z0-9-]+, .+, until 2")
                .containsPattern("(?m)^  lift [+-]")
                .containsPattern("(?m)^  Last events \\(UTC\\)\\n    2[0-9-]+ [0-9:]+  \\w");
        assertThat(JSON.readTree(run("query", DEFINED).out()).at("/data"))
                .hasToString("{\"segment\":{\"id\":\"heavy-carters\"},\"tag\":{\"id\":\"worth-winning-back\"}}");

        Answer second = run("demo", "--events", "1500", "--seed", "42");
        assertThat(second.err()).contains("0 accepted, 1,500 known already, 0 rejected");
        assertThat(effect(second)).isEqualTo(effect(first));
        assertThat(run("demo", "--seed", "7").exitCode()).isEqualTo(2);
    }

    /** What the demo's campaign did and brought about, which a second demo only tells. */
    private static String effect(Answer demo) {
        int begin = demo.out().indexOf("What it decided, and why");
        return demo.out().substring(begin, demo.out().indexOf("\nOne of them", begin));
    }

    /** Complete Journey's demographics, from the file to the traits that profile-service answers. */
    private void bringsHouseholdsTraitsToTheirCustomers() throws Exception {
        Path file = RealData.file("completejourney/demographics.csv.gz");
        assertThat(run("import", "customers", file.toString()).err()).contains("801 accepted");

        await().atMost(START_LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(households()).isEqualTo(Households.of(file)));
    }

    private Map<String, JsonNode> households() throws Exception {
        Answer answer = run("query", HOUSEHOLDS);
        assertThat(answer.exitCode()).as(answer.out()).isZero();
        Map<String, JsonNode> households = new TreeMap<>();
        for (JsonNode edge : JSON.readTree(answer.out()).at("/data/customers/edges")) {
            JsonNode customer = edge.path("node");
            households.put(
                    customer.path("id").asText(),
                    JSON.readTree(customer.path("traits").asText()));
        }
        return households;
    }

    private void startsAKilledServiceAgain() throws Exception {
        ProcessId gateway = process(state(), "gateway");
        gateway.find().orElseThrow().destroyForcibly();

        await().atMost(START_LIMIT).until(() -> {
            PartState part = state().part("gateway").orElseThrow();
            return part.ready() && part.restarts() == 1;
        });
        remember();
        assertThat(run("status").out()).contains("ready (restarted 1×)");
    }

    private void endsEveryChildOfAKilledSupervisor() {
        state().supervisor().find().orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> alive().isEmpty());
    }

    private String collect() throws Exception {
        String key = run("write-key").out().strip();
        String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(
                                URI.create(run("url", "funnel-service").out().strip() + "/v1/track"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.ofString(TRACK)))
                .toString();
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JSON.readTree(
                    client.send(request.build(), BodyHandlers.ofString()).body());
        }
    }

    private StackState remember() {
        StackState state = state();
        seen.add(state.supervisor());
        state.parts().stream().map(PartState::process).filter(Objects::nonNull).forEach(seen::add);
        return state;
    }

    private List<ProcessHandle> alive() {
        return seen.stream().map(ProcessId::find).flatMap(Optional::stream).toList();
    }

    private StackState state() {
        return new StateFile(new Home(folder)).last().orElseThrow();
    }

    private static ProcessId process(StackState state, String part) {
        return Objects.requireNonNull(state.part(part).orElseThrow().process());
    }

    private record Answer(int exitCode, String out, String err) {}

    private Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dclientele.root=" + ROOT,
                "-Dclientele.home=" + folder,
                "-cp",
                ROOT.resolve("command/target/clientele-command.jar").toString(),
                "io.clientele.command.Main"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("clientele", ".out");
        Path err = Files.createTempFile("clientele", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Answer answer = new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return answer;
    }
}
