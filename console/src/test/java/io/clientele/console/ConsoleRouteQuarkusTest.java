package io.clientele.console;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ConsoleRouteQuarkusTest {

    private static final Pattern REFERENCES = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle=|\\son\\w+=|<script(?![^>]* src=)");

    @Test
    void servesThePageToWhoeverHasNoTokenYet() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    @Test
    void letsNothingInlineNorFromElsewhereRun() {
        for (String path : List.of("/", "/console/main.js", "/console/style/base.css")) {
            given().get(path)
                    .then()
                    .header(
                            "Content-Security-Policy",
                            allOf(
                                    containsString("default-src 'none'"),
                                    containsString("script-src 'self';"),
                                    containsString("style-src 'self';"),
                                    containsString("frame-ancestors 'none'"),
                                    not(containsString("unsafe")),
                                    not(containsString("http"))));
        }
        assertThat(given().get("/").asString()).doesNotContainPattern(INLINE);
    }

    @Test
    void servesItselfWhatThePageNeeds() {
        List<String> references = REFERENCES
                .matcher(given().get("/").asString())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(references).hasSizeGreaterThan(4).allSatisfy(reference -> {
            assertThat(reference).startsWith("/console/");
            given().get(reference).then().statusCode(200);
        });
    }

    @Test
    void tellsThatNothingChanged() {
        String tag = given().get("/console/lib/echarts.esm.min.js").header("ETag");

        given().header("If-None-Match", tag)
                .get("/console/lib/echarts.esm.min.js")
                .then()
                .statusCode(304)
                .body(emptyString());
        given().header("If-None-Match", "\"another\"")
                .get("/console/lib/echarts.esm.min.js")
                .then()
                .statusCode(200);
    }

    @Test
    void zipsForWhoeverTakesIt() {
        RestAssuredConfig plain = RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

        given().config(plain).get("/console/main.js").then().header("Content-Encoding", nullValue());
        given().config(plain)
                .header("Accept-Encoding", "gzip, br")
                .get("/console/main.js")
                .then()
                .header("Content-Encoding", "gzip");
    }

    @Test
    void knowsNoOtherFiles() {
        given().get("/console/../application.properties").then().statusCode(404);
        given().get("/console/index.html").then().statusCode(404);
        given().get("/console/").then().statusCode(404);
    }
}
