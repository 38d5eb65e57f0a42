package io.clientele.funnel;

/** The write key that tests send with. */
public final class TestShop {

    public static final String SOURCE = "test-shop";
    public static final String WRITE_KEY = "wk_test";

    private TestShop() {}
}
