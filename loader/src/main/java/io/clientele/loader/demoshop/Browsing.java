package io.clientele.loader.demoshop;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes the pages of a visit: home, category, product detail, and what is put into the cart. */
final class Browsing {

    private static final int SLOW_FROM_MILLIS = 3_001;
    private static final double LOOKERS_DWELL_MILLIS = 10_000;
    private static final double DWELL_MILLIS = 28_000;
    private static final String[] REMOVAL_REASONS = {"price", "price", "comparison", "stock"};
    private static final double REMOVED = 0.25;

    private final Customer customer;
    private final Journey journey;
    private final Dice dice;

    Browsing(Customer customer, Journey journey, Dice dice) {
        this.customer = customer;
        this.journey = journey;
        this.dice = dice;
    }

    void home() {
        page("Home", "/");
    }

    void category(Category category) {
        page("Category", "/category/" + category.label);
    }

    private void page(String name, String path) {
        int dwell = dwell();
        int load = dice.between(300, 2_400);
        journey.page(name, json -> {
            json.writeStringField("path", path);
            json.writeNumberField("load_ms", load);
            json.writeNumberField("dwell_ms", dwell);
        });
        journey.pass(dwell);
    }

    /** Show a product whose page has nothing to do with how the visit goes on. */
    void detail(Product product) {
        detail(product, json -> quality(json, dice.between(300, 2_400), true, false));
    }

    /** Show the product at whose page it is decided whether the visit goes on, with the causes of loss that it meets. */
    void decisiveDetail(Product product, boolean goesOn) {
        boolean slow = Cause.SLOW_PAGE.met(dice, goesOn, Cause.CARTED);
        boolean irrelevant = Cause.IRRELEVANT_RECOMMENDATION.met(dice, goesOn, Cause.CARTED);
        boolean noImages = Cause.MISSING_IMAGES.met(dice, goesOn, Cause.CARTED);
        boolean noReviews = Cause.MISSING_REVIEWS.met(dice, goesOn, Cause.CARTED);
        boolean noComparison = Cause.NO_PRICE_COMPARISON.met(dice, goesOn, Cause.CARTED);
        boolean outOfStock = Cause.OUT_OF_STOCK.met(dice, goesOn, Cause.CARTED);
        int load = slow ? dice.between(SLOW_FROM_MILLIS, 8_000) : dice.between(300, 2_400);
        detail(product, json -> {
            quality(json, load, !outOfStock, irrelevant);
            json.writeNumberField("images", noImages ? 0 : 6);
            json.writeNumberField("reviews", noReviews ? 0 : 120);
            json.writeBooleanField("price_comparison", !noComparison);
        });
    }

    private static void quality(JsonGenerator json, int load, boolean inStock, boolean irrelevant) throws IOException {
        json.writeNumberField("load_ms", load);
        json.writeBooleanField("in_stock", inStock);
        json.writeStringField("recommendation", irrelevant ? "irrelevant" : "relevant");
    }

    private void detail(Product product, Journey.Properties more) {
        int dwell = dwell();
        journey.track("Product Viewed", json -> {
            product(json, product, 1);
            json.writeStringField("path", "/product/" + product.id());
            json.writeNumberField("dwell_ms", dwell);
            more.write(json);
        });
        journey.pass(dwell);
    }

    void add(Product product, int quantity) {
        journey.track("Product Added", json -> product(json, product, quantity));
        journey.pass(dice.between(1_000, 8_000));
    }

    /** Perhaps take a product out of the cart again, for a reason. */
    void perhapsRemove(Product product, int quantity) {
        if (dice.chance(REMOVED)) {
            String reason = dice.oneOf(REMOVAL_REASONS);
            journey.pass(dice.between(5_000, 120_000));
            journey.track("Product Removed", json -> {
                product(json, product, quantity);
                json.writeStringField("failure_reason", reason);
            });
        }
    }

    static void product(JsonGenerator json, Product product, int quantity) throws IOException {
        json.writeStringField("product_id", product.id());
        json.writeStringField("name", product.name());
        json.writeStringField("category", product.category().label);
        json.writeStringField("brand", product.brand());
        Journey.amount(json, "price", product.price());
        json.writeNumberField("quantity", quantity);
        json.writeStringField("currency", "CNY");
    }

    private int dwell() {
        double mean = customer.habit() == Habit.LOOKER ? LOOKERS_DWELL_MILLIS : DWELL_MILLIS;
        return (int) (mean * customer.device().dwell * dice.between(0.5, 1.5));
    }
}
