package io.clientele.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.nimbusds.jwt.SignedJWT;

import io.clientele.command.home.Home;
import io.clientele.command.home.HomeLock;
import io.clientele.command.home.PartState;
import io.clientele.command.home.PartState.Phase;
import io.clientele.command.home.ProcessId;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;

import static org.assertj.core.api.Assertions.assertThat;

class ClienteleCommandTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "down",
                "status",
                "logs",
                "url",
                "token",
                "write-key",
                "query",
                "explain",
                "import",
                "reset",
                "help",
                "test",
                "bench"
            })
    void helpNamesEveryCommand(String command) {
        assertThat(run("help")).isZero();

        assertThat(out.toString().lines()).anyMatch(line -> line.startsWith("  " + command));
    }

    @ParameterizedTest
    @MethodSource("io.clientele.command.CommandNames#all")
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).contains("Usage: clientele " + command);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpNamesTheBenchmarksThatThereAre() {
        run("help");

        assertThat(out.toString()).contains("  bench collect ");
    }

    @Test
    void issuesATokenForTheRoleTheSubjectAndTheHours() throws Exception {
        assertThat(run("token", "shopper", "--subject", "c-7", "--hours", "2")).isZero();

        var claims = SignedJWT.parse(out.toString().strip()).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("groups")).isEqualTo(List.of("shopper"));
        assertThat(claims.getSubject()).isEqualTo("c-7");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(7200)));
    }

    @Test
    void refusesAnUnknownRole() {
        assertThat(run("token", "boss")).isEqualTo(2);

        assertThat(err.toString()).contains("no role is called 'boss'; there are shopper, analyst, marketer and admin");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesATokenThatIsNeverGood() {
        assertThat(run("token", "analyst", "--hours", "0")).isEqualTo(2);

        assertThat(err).hasToString("clientele: --hours must be at least 1\n");
    }

    @Test
    void printsTheSameWriteKeyEachTime() {
        run("write-key");
        run("write-key");

        assertThat(out.toString().lines().distinct()).singleElement().asString().startsWith("wk_");
    }

    @Test
    void saysThatNothingRuns() {
        assertThat(run("status")).isEqualTo(3);
        assertThat(run("url")).isEqualTo(3);
        assertThat(run("query", "{ x }")).isEqualTo(3);
        assertThat(run("explain", "{ x }")).isEqualTo(3);
        assertThat(run("down")).isZero();

        assertThat(err.toString()).isEqualTo("""
                        clientele: nothing runs; start it with './clientele up'
                        clientele: nothing runs; start it with './clientele up'
                        clientele: nothing runs; start it with './clientele up'
                        nothing runs
                        """);
    }

    @Test
    void queriesOnlyServicesThatRun() throws IOException {
        publish(new PartState("funnel-service", ProcessId.current(), "http://127.0.0.1:8081", Phase.READY, "", 0));

        assertThat(run("query", "--service", "profile-service", "{ x }")).isEqualTo(2);
        assertThat(err).hasToString("clientele: no service is called 'profile-service'\n");
    }

    @Test
    void printsTheAddressOfAPart() throws IOException {
        publish(
                new PartState("gateway", ProcessId.current(), "http://127.0.0.1:8080", Phase.READY, "", 0),
                new PartState("funnel-service", ProcessId.current(), "http://127.0.0.1:8081", Phase.READY, "", 0));

        assertThat(run("url")).isZero();
        assertThat(run("url", "funnel-service")).isZero();
        assertThat(out).hasToString("http://127.0.0.1:8080\nhttp://127.0.0.1:8081\n");

        assertThat(run("url", "shop")).isEqualTo(2);
        assertThat(err).hasToString("clientele: no part is called 'shop'\n");
    }

    @Test
    void showsWhyAPartIsNotReady() throws IOException {
        publish(
                new PartState(
                        "elasticsearch", null, "http://127.0.0.1:9200", Phase.RESTARTING, "ended unexpectedly", 3),
                new PartState("gateway", ProcessId.current(), "http://127.0.0.1:1", Phase.READY, "", 0));

        assertThat(run("status")).isEqualTo(1);

        assertThat(out.toString().lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).endsWith("ended unexpectedly (restarted 3×)"))
                .satisfies(lines -> assertThat(lines.get(2)).endsWith("does not listen yet"));
    }

    @Test
    void refusesAnUnknownImportFormat() {
        assertThat(run("import", "sap", "orders.csv")).isEqualTo(2);

        assertThat(err)
                .hasToString(
                        "clientele: no format is called 'sap'; there are customers, rees46, online-retail, segment\n");
    }

    @Test
    void refusesToImportAFileThatIsNotThere() {
        assertThat(run("import", "rees46", folder.resolve("absent.csv").toString()))
                .isEqualTo(1);

        assertThat(err.toString())
                .startsWith("clientele: ")
                .contains("(file_unreadable)")
                .hasLineCount(1);
    }

    @Test
    void printsALogAndNothingOutsideTheLogs() throws IOException {
        Home home = new Home(folder).create();
        Files.writeString(home.log("gateway"), "started\n");
        Files.writeString(folder.resolve("secret.log"), "secret\n");

        assertThat(run("logs", "gateway")).isZero();
        assertThat(run("logs", "../secret")).isEqualTo(2);

        assertThat(out).hasToString("started\n");
    }

    @Test
    void resetsAfterAYes() {
        new Home(folder).create();

        assertThat(run(true, "yes\n", "reset")).isZero();

        assertThat(folder).doesNotExist();
    }

    @Test
    void resetsNothingAfterAnythingElse() {
        Home home = new Home(folder).create();

        assertThat(run(true, "\n", "reset")).isEqualTo(1);

        assertThat(home.keys()).exists();
    }

    @Test
    void asksNobodyWhereNobodyIs() {
        Home home = new Home(folder).create();

        assertThat(run("reset")).isEqualTo(2);
        assertThat(err.toString()).contains("say --yes");
        assertThat(home.keys()).exists();

        assertThat(run("reset", "--yes")).isZero();
        assertThat(folder).doesNotExist();
    }

    @Test
    void doesNotResetUnderARunningStack() throws IOException {
        Home home = new Home(folder).create();
        HomeLock lock = HomeLock.tryAcquire(home).orElseThrow();

        assertThat(run("reset", "--yes")).isEqualTo(1);

        lock.close();
        assertThat(home.keys()).exists();
        assertThat(err).hasToString("clientele: the stack runs; './clientele down' first\n");
    }

    @Test
    void keepsTheStackTraceOfWhatItTellsInOneSentence() throws IOException {
        Home home = new Home(folder).create();
        Files.writeString(home.folder().resolve("state.json"), "{");

        assertThat(run("status")).isEqualTo(1);

        assertThat(err.toString()).contains("state.json is damaged").hasLineCount(1);
        assertThat(home.log("command")).content().contains("JsonEOFException").contains("\tat ");
    }

    private void publish(PartState... parts) throws IOException {
        new StateFile(new Home(folder).create()).write(new StackState(ProcessId.current(), List.of(parts)));
    }

    private int run(String... arguments) {
        return run(false, "", arguments);
    }

    private int run(boolean interactive, String typed, String... arguments) {
        Invocation invocation = new Invocation(
                new Home(folder),
                folder,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                interactive);
        return ClienteleCommand.of(invocation).execute(arguments);
    }
}
