package io.clientele.gateway.audit;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphRequest;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.GatewayAnswer;
import io.clientele.gateway.federation.GatewayRequest;
import io.clientele.gateway.federation.Limits;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All suites of the audit in one go: {@code -Dtest=FederationAudit -Daudit.server=http://localhost:4200}.
 *
 * <p>Its name keeps it out of the ordinary test run, which has no such server.
 */
class FederationAudit {

    private final AuditServer server =
            AuditServer.at(Objects.requireNonNull(System.getProperty("audit.server"), "audit.server"));
    private final AtomicInteger fetches = new AtomicInteger();
    private final List<String> failures = new ArrayList<>();

    @Test
    void allCasesAreAnsweredAsTheAuditExpects() throws IOException, InterruptedException {
        int cases = 0;
        for (String suite : server.suites()) {
            cases += run(suite);
        }
        System.out.printf("%d of %d cases, %d fetches%n", cases - failures.size(), cases, fetches.get());
        assertThat(cases).isPositive();
        assertThat(failures).isEmpty();
    }

    private int run(String suite) throws IOException, InterruptedException {
        FederatedGraph graph =
                FederatedGraph.of(server.supergraph(suite), request -> send(suite, request), Limits.defaults());
        List<AuditServer.Case> cases = server.cases(suite);
        int failedBefore = failures.size();
        int fetchesBefore = fetches.get();
        for (AuditServer.Case each : cases) {
            GatewayAnswer answer = graph.answer(new GatewayRequest(each.query(), null, Map.of()))
                    .toCompletableFuture()
                    .join();
            if (!isExpected(each.expected(), answer)) {
                failures.add(suite + ": " + each.query() + "\nexpected " + each.expected() + "\nanswer " + answer);
            }
        }
        int failed = failures.size() - failedBefore;
        System.out.printf(
                "| %s | %d of %d | %d |%n", suite, cases.size() - failed, cases.size(), fetches.get() - fetchesBefore);
        return cases.size();
    }

    private CompletionStage<SubgraphAnswer> send(String suite, SubgraphRequest request) {
        fetches.incrementAndGet();
        return server.ask(suite, request.subgraph(), request.query(), request.variables())
                .thenApply(FederationAudit::answer);
    }

    @SuppressWarnings("unchecked") // as GraphQL's response format has it
    private static SubgraphAnswer answer(Map<String, Object> response) {
        return new SubgraphAnswer((Map<String, Object>) response.get("data"), (List<Map<String, Object>>)
                response.getOrDefault("errors", List.of()));
    }

    /** As the audit itself compares: the data without regard to order, and whether there are errors where the case says so. */
    private static boolean isExpected(Map<String, Object> expected, GatewayAnswer answer) {
        boolean errorsFit = !(expected.get("errors") instanceof Boolean wanted)
                || wanted == !answer.errors().isEmpty();
        return errorsFit && Objects.equals(plain(expected.get("data")), plain(answer.data()));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                map.forEach((key, each) -> sorted.put(String.valueOf(key), plain(each)));
                yield sorted;
            }
            case List<?> list -> {
                List<@Nullable Object> each = new ArrayList<>();
                list.forEach(item -> each.add(plain(item)));
                yield each;
            }
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
            case null, default -> value;
        };
    }
}
