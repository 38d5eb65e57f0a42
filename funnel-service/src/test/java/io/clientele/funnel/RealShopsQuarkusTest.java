package io.clientele.funnel;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.contract.index.EventsIndex;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.question.Graphql;
import io.clientele.funnel.question.SentEvents;
import io.clientele.loader.EventSources;
import io.clientele.loader.ImportFormat;
import io.clientele.loader.LoadReport;
import io.clientele.loader.Loader;
import io.clientele.loader.LoaderOptions;
import io.clientele.loader.Progress;
import io.clientele.loader.RealData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of real shops, through the public API, against figures that independent programs computed. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class RealShopsQuarkusTest {

    private static final String FUNNEL = "query($in: FunnelInput!) { funnel(input: $in) { steps {"
            + " name count conversionFromStart conversionFromPrevious } } }";
    private static final String SALES =
            "query($in: SalesInput!) { sales(input: $in) {" + " customers orders revenue { amount currency } } }";

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    private static final String TRAFFIC =
            "query($in: TrafficInput!) { traffic(input: $in) {" + " total { pageViews visitors sessions } } }";

    private static final JsonPathConfig EXACT =
            JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL);

    @TestHTTPResource("/")
    String address;

    @TempDir
    Path state;

    @Test
    void rees46HasItsFunnelsAndASecondImportChangesNothing() throws InterruptedException {
        LoadReport first = load(ImportFormat.REES46, "rees46_2019-10-01.csv.gz");
        assertThat(first.accepted()).isEqualTo(17_434);
        LoadReport second = load(ImportFormat.REES46, "rees46_2019-10-01.csv.gz");
        assertThat(second.accepted()).isZero();
        assertThat(second.duplicates()).isEqualTo(17_434);

        assertThat(rees46Funnel("CUSTOMER", "ANY", false)).containsExactly(4504L, 111L, 62L);
        assertThat(rees46Funnel("CUSTOMER", "FIRST_EVER", false)).containsExactly(4504L, 111L, 62L);
        assertThat(rees46Funnel("SESSION", "ANY", false)).containsExactly(5067L, 118L, 65L);
        assertThat(rees46Customers(1, "DROPPED"))
                .hasSize(4_393)
                .doesNotHaveDuplicates()
                .startsWith("518847663", "512384348");
        assertThat(rees46Customers(2, "DROPPED")).hasSize(49).doesNotHaveDuplicates();
        assertThat(rees46Customers(3, "CONVERTED")).hasSize(62).doesNotHaveDuplicates();
        // ClickHouse's strict_increase has 110: of two views it remembers the later one, here in the second of the
        // cart.
        assertThat(rees46Funnel("CUSTOMER", "ANY", true)).containsExactly(4504L, 111L, 62L);
        JsonPath traffic =
                ask(TRAFFIC, Map.of("from", "2019-10-01T00:00:00Z", "to", "2019-11-01T00:00:00Z", "interval", "MONTH"));
        assertThat(traffic.getLong("data.traffic.total.pageViews")).isEqualTo(17_055);
        assertThat(traffic.getLong("data.traffic.total.visitors")).isEqualTo(4_504);
        assertThat(traffic.getLong("data.traffic.total.sessions")).isEqualTo(5_067);
        JsonPath sales = sales("2019-10-01T00:00:00Z", "2019-11-01T00:00:00Z");
        assertThat(sales.getLong("data.sales.customers")).isEqualTo(193);
        assertThat(sales.getObject("data.sales.revenue[0].amount", BigDecimal.class))
                .isEqualByComparingTo("59442.63");
    }

    @Test
    void onlineRetailHasItsSalesAndRepurchasesAndASecondImportChangesNothing() throws InterruptedException {
        LoadReport first = load(ImportFormat.ONLINE_RETAIL, "online_retail.csv.gz");
        assertThat(first.rejected()).isZero();
        assertThat(load(ImportFormat.ONLINE_RETAIL, "online_retail.csv.gz").accepted())
                .isZero();

        JsonPath sales = sales("2010-12-01T00:00:00Z", "2012-01-01T00:00:00Z");
        assertThat(sales.getLong("data.sales.customers")).isEqualTo(4_338);
        assertThat(sales.getLong("data.sales.orders")).isEqualTo(18_532);
        assertThat(sales.getObject("data.sales.revenue[0].amount", BigDecimal.class))
                .isEqualByComparingTo("8911407.904");
        assertThat(sales.getString("data.sales.revenue[0].currency")).isEqualTo("GBP");

        List<String> windows = List.of("P7D", "P30D", "P90D", "P365D");
        assertThat(windows.stream()
                        .map(window -> repurchases("FIRST_EVER", window, 2).getLast()))
                .containsExactly(382L, 950L, 1_921L, 2_840L);
        assertThat(windows.stream().map(window -> repurchases("ANY", window, 2).getLast()))
                .containsExactly(990L, 1_696L, 2_346L, 2_840L);
        assertThat(repurchases("FIRST_EVER", "P90D", 3)).containsExactly(4_338L, 1_921L, 924L);
    }

    private LoadReport load(ImportFormat format, String file) throws InterruptedException {
        LoaderOptions options = new LoaderOptions(URI.create(address), TestShop.WRITE_KEY, 8, 500, state);
        return new Loader(options).load(EventSources.open(format, RealData.file(file)), Progress.silent());
    }

    /** Who dropped at a step or came to it, in pages. */
    private static List<String> rees46Customers(int step, String outcome) {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (after != null) {
            Map<String, Object> variables =
                    new HashMap<>(Map.of("in", rees46("CUSTOMER", "ANY", false), "step", step, "outcome", outcome));
            variables.put("after", after.isEmpty() ? null : after);
            JsonPath page = Graphql.ask("""
                            query($in: FunnelInput!, $step: Int!, $outcome: FunnelOutcome!, $after: String) {
                              funnelCustomers(input: $in, step: $step, outcome: $outcome, first: 1000, after: $after) {
                                edges { node { id } } pageInfo { hasNextPage endCursor } totalCount } }""", variables).extract().jsonPath();
            ids.addAll(page.getList("data.funnelCustomers.edges.node.id"));
            after = page.getBoolean("data.funnelCustomers.pageInfo.hasNextPage")
                    ? page.getString("data.funnelCustomers.pageInfo.endCursor")
                    : null;
        }
        return ids;
    }

    private static List<Long> rees46Funnel(String entity, String anchor, boolean strict) {
        return funnel(rees46(entity, anchor, strict));
    }

    private static Map<String, Object> rees46(String entity, String anchor, boolean strict) {
        return Map.of(
                "steps",
                List.of(
                        Map.of("event", "Product Viewed"),
                        Map.of("event", "Product Added"),
                        Map.of("event", "Order Completed")),
                "window",
                "P7D",
                "entity",
                entity,
                "anchor",
                anchor,
                "strictIncrease",
                strict,
                "from",
                "2019-10-01T00:00:00Z",
                "to",
                "2019-11-01T00:00:00Z");
    }

    private static List<Long> repurchases(String anchor, String window, int orders) {
        return funnel(Map.of(
                "steps",
                Collections.nCopies(orders, Map.of("event", "Order Completed")),
                "window",
                window,
                "anchor",
                anchor,
                "strictIncrease",
                true,
                "from",
                "2010-12-01T00:00:00Z",
                "to",
                "2012-01-01T00:00:00Z"));
    }

    private static List<Long> funnel(Map<String, Object> input) {
        return ask(FUNNEL, input).getList("data.funnel.steps.count", Long.class);
    }

    private static JsonPath sales(String from, String to) {
        return ask(SALES, Map.of("from", from, "to", to));
    }

    private static JsonPath ask(String query, Map<String, Object> input) {
        SentEvents.refresh(EventsIndex.WRITE_ALIAS);
        return Graphql.ask(query, Map.of("in", input)).extract().jsonPath(EXACT);
    }
}
