package io.clientele.loader.demoshop;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a customer likes to buy: women beauty and apparel, men digital and sports, those from 45 home and mother-and-baby
 * (A1); in first-tier cities also light luxury and imports, in lower tiers appliances and daily goods in 40 % of cases (A2).
 */
final class Taste {

    private static final Category[] CATEGORIES = Category.values();
    private static final double FAVOURITE = 5;
    /** The part of a frequent buyer's purchases that are certainly goods which are used up (C2). */
    private static final double HABITUAL = 0.6;
    /** How much more durables are bought on a PC (A3). */
    private static final double ON_PC = 4;

    private final Customer customer;
    private final Map<Category, Double> weights = new EnumMap<>(Category.class);

    Taste(Customer customer) {
        this.customer = customer;
        for (Category category : CATEGORIES) {
            boolean large = customer.device() == Device.PC && category.durable;
            weights.put(category, weight(category) * (large ? ON_PC : 1));
        }
    }

    Category choose(Dice dice) {
        if (customer.city().tier.lower() && dice.chance(CityTier.NECESSITIES_IN_LOWER_TIERS)) {
            return necessity(dice);
        }
        boolean habitual = dice.chance(HABITUAL);
        return Shares.choose(
                CATEGORIES, c -> habitual && !habitual(c) ? 0 : weights.getOrDefault(c, 0.0), dice.fraction());
    }

    private Category necessity(Dice dice) {
        double daily = customer.habit() == Habit.FREQUENT ? 0.9 : customer.habit() == Habit.LEAVING ? 0.7 : 0.4;
        return dice.chance(daily) ? Category.DAILY_GOODS : Category.APPLIANCES;
    }

    private boolean habitual(Category category) {
        return customer.habit() != Habit.FREQUENT || category.fastMoving;
    }

    private double weight(Category category) {
        boolean older = customer.age() == AgeBand.FROM_45;
        double byGender = older ? FAVOURITE / 3 : FAVOURITE;
        return switch (category) {
            case BEAUTY, APPAREL -> customer.gender() == Gender.FEMALE ? byGender : 0.4;
            case DIGITAL, SPORTS -> customer.gender() == Gender.MALE ? byGender : 0.4;
            case HOME, MOTHER_AND_BABY -> older ? FAVOURITE : 0.6;
            case LIGHT_LUXURY -> customer.city().tier == CityTier.TIER_1 ? 1.2 : 0.15;
            case IMPORTS -> customer.city().tier == CityTier.TIER_1 ? 2.0 : 0.4;
            // Lower tiers have drawn their necessities before.
            case APPLIANCES, DAILY_GOODS -> customer.city().tier.lower() ? 0 : 0.5;
        };
    }
}
