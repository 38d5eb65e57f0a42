package io.clientele.loader.demoshop;

import java.util.ArrayList;
import java.util.List;

/** Fills baskets by taste and purse. */
final class Basket {

    private static final double SPREAD = 0.22;
    private static final double SECOND_PRODUCT = 0.30;
    private static final int MOST_PIECES = 60;

    private final Catalogue catalogue;
    private final Customer customer;
    private final Taste taste;
    private final Dice dice;

    Basket(Catalogue catalogue, Customer customer, Dice dice) {
        this.catalogue = catalogue;
        this.customer = customer;
        this.taste = new Taste(customer);
        this.dice = dice;
    }

    Product product() {
        return catalogue.at(taste.choose(dice), customer.level() + dice.between(-SPREAD, SPREAD));
    }

    /** Fill a basket worth at least and, if it can be, at most so many hundredths of a yuan. */
    List<Visit.Line> fill(long least, long most) {
        List<Visit.Line> lines = new ArrayList<>();
        long left = add(lines, least, most);
        if (left > 0 && dice.chance(SECOND_PRODUCT)) {
            add(lines, 0, left);
        }
        return lines;
    }

    /** Add a product and give what is left of the most that the basket may be worth. */
    private long add(List<Visit.Line> lines, long least, long most) {
        Product product = affordable(most);
        boolean there = lines.stream().anyMatch(line -> line.product().equals(product));
        if (there || product.price() > most) {
            return 0;
        }
        int wanted = product.category().fastMoving ? dice.between(1, 3) : 1;
        long needed = (least + product.price() - 1) / product.price();
        long affordable = most / product.price();
        int quantity = (int) Math.clamp(Math.max(wanted, needed), 1, Math.min(affordable, MOST_PIECES));
        lines.add(new Visit.Line(product, quantity));
        return most - product.price() * quantity;
    }

    private Product affordable(long most) {
        Category category = taste.choose(dice);
        double level = customer.level() + dice.between(-SPREAD, SPREAD);
        Product product = catalogue.at(category, level);
        for (double lower = level; product.price() > most && lower > 0; lower -= 0.1) {
            product = catalogue.at(category, lower - 0.1);
        }
        return product.price() <= most ? product : catalogue.at(Category.DAILY_GOODS, level / 2);
    }
}
