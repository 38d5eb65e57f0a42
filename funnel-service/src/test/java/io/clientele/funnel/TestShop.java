package io.clientele.funnel;

import java.time.Duration;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** The write key that tests send with, and the wait until sending is of use. */
public final class TestShop {

    public static final String SOURCE = "test-shop";
    public static final String WRITE_KEY = "wk_test";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private TestShop() {}

    /** Returns when the service under test has found its indices. */
    public static void awaitReady() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }
}
