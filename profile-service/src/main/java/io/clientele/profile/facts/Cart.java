package io.clientele.profile.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.Product;

/**
 * The cart: for each product the latest thing that happened to it. A product is held if that was being put in, later than
 * the last order that did not say what it held. Of more than {@value #MOST} products those touched last are kept, which is
 * the same set in any order of events for the reason that {@link Visits} gives.
 */
final class Cart {

    static final int MOST = 200;

    private static final Comparator<Map.Entry<String, CartTouch>> LATEST_FIRST =
            Map.Entry.<String, CartTouch>comparingByValue(CartTouch.LATER)
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey());

    private final TreeMap<String, CartTouch> touches = new TreeMap<>();
    private long clearedAt = Long.MIN_VALUE;

    void add(Event event, String name, long at) {
        switch (name) {
            case EventNames.PRODUCT_ADDED -> {
                if (event.products().isEmpty()) {
                    touch("", CartTouch.in(at, new Product(null, null, null, null, null, null)));
                }
                event.products().forEach(product -> touch(key(product), CartTouch.in(at, product)));
            }
            case EventNames.PRODUCT_REMOVED -> {
                if (event.products().isEmpty()) {
                    touch("", CartTouch.out(at));
                }
                event.products().forEach(product -> touch(key(product), CartTouch.out(at)));
            }
            case EventNames.ORDER_COMPLETED -> {
                if (event.products().isEmpty()) {
                    clearedAt = Math.max(clearedAt, at);
                }
                event.products().forEach(product -> touch(key(product), CartTouch.out(at)));
            }
            // A text, not an enum: all other events leave the cart alone.
            default -> {}
        }
    }

    void add(Cart other) {
        other.touches.forEach(this::touch);
        clearedAt = Math.max(clearedAt, other.clearedAt);
    }

    void trim() {
        if (touches.size() > MOST) {
            List<Map.Entry<String, CartTouch>> sorted = new ArrayList<>(touches.entrySet());
            sorted.sort(LATEST_FIRST);
            sorted.stream().skip(MOST).map(Map.Entry::getKey).toList().forEach(touches::remove);
        }
    }

    Cart copy() {
        Cart copy = new Cart();
        copy.touches.putAll(touches);
        copy.clearedAt = clearedAt;
        return copy;
    }

    /** What is in the cart, by product, in the order of their ids. */
    Stream<Map.Entry<String, CartTouch>> held() {
        return touches.entrySet().stream()
                .filter(touch -> touch.getValue().held() && touch.getValue().at() > clearedAt);
    }

    private void touch(String product, CartTouch touch) {
        touches.merge(product, touch, CartTouch::later);
    }

    /** A product's id, or else its name; products with neither are taken for one. */
    private static String key(Product product) {
        String id = product.id() != null ? product.id() : product.name();
        return id == null ? "" : id;
    }

    void write(PackedWriter out) {
        out.number(clearedAt);
        out.number(touches.size());
        touches.forEach((product, touch) -> {
            out.text(product);
            touch.write(out);
        });
    }

    static Cart read(PackedReader in) {
        Cart cart = new Cart();
        cart.clearedAt = in.number();
        for (int i = in.count(); i > 0; i--) {
            cart.touches.put(in.requiredText(), CartTouch.read(in));
        }
        return cart;
    }
}
