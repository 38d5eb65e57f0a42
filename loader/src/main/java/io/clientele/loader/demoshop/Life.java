package io.clientele.loader.demoshop;

import java.util.List;

/** Lives a customer's visits one after the other. */
final class Life {

    /** Of those who say who they are: the part that does so in the first visit. */
    private static final double KNOWN_AT_ONCE = 0.5;

    private final Customer customer;
    private final Journey journey;
    private final Dice dice;
    private final Basket basket;
    private final Browsing browsing;

    Life(Customer customer, Catalogue catalogue, Journey journey, Dice dice) {
        this.customer = customer;
        this.journey = journey;
        this.dice = dice;
        this.basket = new Basket(catalogue, customer, dice);
        this.browsing = new Browsing(customer, journey, dice);
    }

    void live(List<Visit> visits) {
        int known = dice.chance(KNOWN_AT_ONCE) ? 1 : 2;
        int number = 0;
        for (Visit visit : visits) {
            number++;
            journey.begin(visit.start(), number);
            boolean must = visit.depth().reaches(Visit.Depth.CHECKOUT);
            if (customer.known() && !journey.identified() && (number >= known || must)) {
                journey.identify(number);
            }
            live(visit, number);
        }
    }

    private void live(Visit visit, int number) {
        browsing.home();
        if (!visit.depth().reaches(Visit.Depth.CATEGORY)) {
            return;
        }
        List<Visit.Line> lines = visit.basket().isEmpty() ? wishes() : visit.basket();
        browsing.category(lines.getFirst().product().category());
        switch (visit.depth()) {
            case HOME, CATEGORY -> {}
            case DETAIL -> look(lines);
            case CART -> {
                fill(lines);
                Visit.Line last = lines.getLast();
                browsing.perhapsRemove(last.product(), last.quantity());
            }
            case CHECKOUT -> {
                fill(lines);
                checkout(lines, number).leave();
            }
            case ORDER -> {
                fill(lines);
                Checkout checkout = checkout(lines, number);
                checkout.order();
                checkout.perhapsAsk();
            }
            case CANCELLED_ORDER -> {
                fill(lines);
                Checkout checkout = checkout(lines, number);
                checkout.order();
                checkout.cancel();
            }
        }
    }

    private Checkout checkout(List<Visit.Line> lines, int visit) {
        return new Checkout(journey, dice, "order-" + customer.number() + "-" + visit, lines);
    }

    private List<Visit.Line> wishes() {
        Visit.Line first = new Visit.Line(basket.product(), 1);
        if (dice.chance(0.6)) {
            return List.of(first);
        }
        Visit.Line second = new Visit.Line(basket.product(), 1);
        return first.product().equals(second.product()) ? List.of(first) : List.of(first, second);
    }

    private void look(List<Visit.Line> lines) {
        for (Visit.Line line : lines) {
            if (line.equals(lines.getLast())) {
                browsing.decisiveDetail(line.product(), false);
            } else {
                browsing.detail(line.product());
            }
        }
    }

    private void fill(List<Visit.Line> lines) {
        for (Visit.Line line : lines) {
            if (line.equals(lines.getFirst())) {
                browsing.decisiveDetail(line.product(), true);
            } else {
                browsing.detail(line.product());
            }
            browsing.add(line.product(), line.quantity());
        }
    }
}
