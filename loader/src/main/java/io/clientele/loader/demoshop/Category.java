package io.clientele.loader.demoshop;

/** What the shop sells, with the range of its prices in yuan. */
enum Category {
    BEAUTY("beauty", "Lotion", 60, 700, true, false),
    APPAREL("apparel", "Coat", 90, 900, false, false),
    DIGITAL("digital", "Headset", 120, 4_000, false, true),
    SPORTS("sports", "Shoe", 90, 1_200, false, false),
    HOME("home", "Lamp", 150, 3_000, false, true),
    MOTHER_AND_BABY("mother-and-baby", "Pram", 120, 1_800, false, false),
    APPLIANCES("appliances", "Kettle", 150, 3_500, false, true),
    DAILY_GOODS("daily-goods", "Soap", 25, 260, true, false),
    LIGHT_LUXURY("light-luxury", "Bag", 800, 5_000, false, false),
    IMPORTS("imports", "Coffee", 80, 900, true, false);

    final String label;
    final String noun;
    final int cheapest;
    final int dearest;
    /** Used up and bought again (C2: what frequent buyers buy). */
    final boolean fastMoving;
    /** Bought once in years (C2: what rare buyers buy). */
    final boolean durable;

    Category(String label, String noun, int cheapest, int dearest, boolean fastMoving, boolean durable) {
        this.label = label;
        this.noun = noun;
        this.cheapest = cheapest;
        this.dearest = dearest;
        this.fastMoving = fastMoving;
        this.durable = durable;
    }
}
